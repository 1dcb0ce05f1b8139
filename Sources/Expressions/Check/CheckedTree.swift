/// A tree with what its names mean and what types its nodes have.
struct CheckedTree {
  let tree: SyntaxTree
  let declarations: Declarations
  var types: [ExpressionType]
  var references: [Reference]

  /// What a name means.
  enum Reference {
    /// Nothing; evaluating it is an error.
    case none
    /// A declared variable, by its slot.
    case variable(Int)
    /// A variable of a macro, by its number in the tree.
    case local(Int)
    case type(TypeName)
    /// A function. Qualified: the name before the dot belongs to it and is no receiver.
    case function(Function, isQualified: Bool)
    /// A function that was only declared.
    case bodiless(String)
  }

  func type(_ index: NodeIndex) -> ExpressionType { types[index.value] }
  func reference(_ index: NodeIndex) -> Reference { references[index.value] }
  var type: ExpressionType { type(tree.root) }
}
