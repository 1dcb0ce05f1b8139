/// What a service without rules decodes a request into: strings and booleans, all optional, nothing checked.
public struct ConferenceRequest: Decodable, Sendable {
  var displayName: String?
  var name: String?
  var description: String?
  var joinFrom: String?
  var joinUntil: String?
  var quality: String?
  var layout: String?
  var size: String?
  var recordOnStart: Bool?
  var enableRoomPreviews: Bool?
  var enableChat: Bool?
  var darkPrimary: String?
  var darkBackground: String?
  var darkForeground: String?
  var darkSuccess: String?
  var darkNegative: String?
  var lightPrimary: String?
  var lightBackground: String?
  var lightForeground: String?
  var lightSuccess: String?
  var lightNegative: String?

  // Written out, because a key strategy would convert every key of every document.
  enum CodingKeys: String, CodingKey {
    case displayName = "display_name"
    case name
    case description
    case joinFrom = "join_from"
    case joinUntil = "join_until"
    case quality
    case layout
    case size
    case recordOnStart = "record_on_start"
    case enableRoomPreviews = "enable_room_previews"
    case enableChat = "enable_chat"
    case darkPrimary = "dark_primary"
    case darkBackground = "dark_background"
    case darkForeground = "dark_foreground"
    case darkSuccess = "dark_success"
    case darkNegative = "dark_negative"
    case lightPrimary = "light_primary"
    case lightBackground = "light_background"
    case lightForeground = "light_foreground"
    case lightSuccess = "light_success"
    case lightNegative = "light_negative"
  }
}
