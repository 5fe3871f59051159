extension Unicode.Scalar {
  /// A traditional character as the simplified one, of those that stand in heads and words of tables.
  package var simplified: Unicode.Scalar { Self.simplifiedForms[self] ?? self }

  /// Each traditional character before its simplified form.
  package static let simplifiedForms: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = Array(
      """
      編编號号碼码標标識识稱称單单機机構构類类別别體体區区園园規规龍龙頭头鏈链緯纬經经網网來来據据證证業业產产環环節节階阶層层級级給给應应備备評评\
      聯联牽牵時时間间結结開开關关係系強强權权數数額额費费預预項项課课題题參参與与負负責责協协會会員员貢贡獻献總总資资優优導导終终點点發发實实驗验\
      學学職职醫医療疗銀银險险債债創创務务臺台門门處处辦办團团術术認认縣县鎮镇鄉乡國国滿满進进無无專专東东廣广蘇苏訂订簽签約约觀观執执顧顾問问製制\
      轉转讓让買买賣卖報报訊讯賬账錢钱萬万億亿劃划計计師师電电話话郵邮註注動动試试檢检測测達达過过維维長长歲岁個个從从雙双對对轄辖廳厅際际範范圍围\
      濟济頻频簡简說说狀状態态絡络連连傳传幣币邊边遠远還还選选適适郵邮鍵键鋼钢銷销鑰钥陽阳隊队階阶雲云領领風风屬属質质夥伙飛飞養养館馆馬马駐驻驅驱魚鱼鳥鸟麗丽\
      華华車车藥药氣气産产紡纺織织絲丝綠绿藍蓝煉炼鑄铸鍛锻飾饰財财貿贸勞劳礦矿島岛寧宁揚扬鹽盐慶庆濱滨瀋沈遼辽漢汉滬沪閩闽隴陇贛赣瓊琼錫锡嶺岭灣湾莊庄橋桥徑径
      """.unicodeScalars)
    var forms: [Unicode.Scalar: Unicode.Scalar] = [:]
    for place in stride(from: 0, to: pairs.count - 1, by: 2) { forms[pairs[place]] = pairs[place + 1] }
    return forms
  }()
}
