import AssayCommands

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

exit(AssayTool.main(Array(CommandLine.arguments.dropFirst())))
