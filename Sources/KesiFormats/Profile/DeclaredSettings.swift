import KesiNetwork
import Yams

/// The settings of `network.yml` by what is declared of them, under either spelling of their keys.
extension ProfileReader {
  func text(_ mapping: Node.Mapping, _ setting: ProfileSetting) -> String? {
    text(mapping, key(of: setting, in: mapping))
  }
  func flag(_ mapping: Node.Mapping, _ setting: ProfileSetting) -> Bool? {
    flag(mapping, key(of: setting, in: mapping))
  }
  func mapping(_ root: Node.Mapping, _ setting: ProfileSetting) -> [(String, Node)] {
    mapping(root, key(of: setting, in: root))
  }

  /// What stands behind the key of a setting.
  func value(_ mapping: Node.Mapping, _ setting: ProfileSetting) -> Node? { mapping[key(of: setting, in: mapping)] }

  /// Warns of keys that are none of some settings.
  func warnOfUnknown(in mapping: Node.Mapping, known settings: [ProfileSetting]) {
    let known = settings.flatMap { [$0.key] + [$0.alias].compactMap(\.self) }
    for key in mapping.keys where !known.contains(key.text) { unknown(key, key.text, known: settings.map(\.key)) }
  }

  private func key(of setting: ProfileSetting, in mapping: Node.Mapping) -> String {
    setting.alias.flatMap { mapping[$0] == nil ? nil : $0 } ?? setting.key
  }
}
