import CExpat
import KesiNetwork

/// What is wrong with a text that is not well-formed, in words.
enum XMLFault {
  static func message(_ code: XML_Error) -> Phrase {
    let fault = words[code.rawValue] ?? other(code)
    return Phrase(
      "is not well-formed XML: \(fault.en). The file is damaged or not written to its end; save or fetch it again.",
      zh: "不是完整的 XML：\(fault.zh)。文件已损坏或未写完，请重新保存或获取。")
  }

  private static func other(_ code: XML_Error) -> Phrase {
    let text = XML_ErrorString(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
    return Phrase(text, zh: text)
  }

  private static let words: [UInt32: Phrase] = [
    XML_ERROR_NO_ELEMENTS.rawValue: Phrase("there is no element", zh: "没有任何元素"),
    XML_ERROR_INVALID_TOKEN.rawValue: Phrase("a character that may not stand here", zh: "此处有不允许的字符"),
    XML_ERROR_UNCLOSED_TOKEN.rawValue: Phrase("it ends within a tag", zh: "在标签中间中断"),
    XML_ERROR_PARTIAL_CHAR.rawValue: Phrase("it ends within a character", zh: "在字符中间中断"),
    XML_ERROR_TAG_MISMATCH.rawValue: Phrase("an end tag that closes nothing that is open", zh: "结束标签与开始标签不匹配"),
    XML_ERROR_DUPLICATE_ATTRIBUTE.rawValue: Phrase("an attribute is given twice", zh: "同一属性重复出现"),
    XML_ERROR_JUNK_AFTER_DOC_ELEMENT.rawValue: Phrase("more follows after its end", zh: "结尾之后还有内容"),
    XML_ERROR_UNDEFINED_ENTITY.rawValue: Phrase("an entity that is not known", zh: "引用了未定义的实体"),
    XML_ERROR_UNKNOWN_ENCODING.rawValue: Phrase(
      "its encoding is not one of UTF-8, UTF-16, ISO-8859-1", zh: "编码不是 UTF-8、UTF-16 或 ISO-8859-1"),
    XML_ERROR_INCORRECT_ENCODING.rawValue: Phrase("it is not in the encoding that it names", zh: "实际编码与声明的编码不符"),
    XML_ERROR_UNCLOSED_CDATA_SECTION.rawValue: Phrase("it ends within a CDATA section", zh: "在 CDATA 段中间中断"),
  ]
}
