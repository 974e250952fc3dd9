namespace Objectives.Platform.Demo;

/// <summary>Names as they are common in China; each is given once.</summary>
internal sealed class DemoNames
{
    private const string CommonSurnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private const string WomensCharacters = "芳娜敏静丽艳娟霞秀玲桂英华慧巧美婷雪倩莹洁琳晶妍蕾薇菲岚梦瑶怡雯欣颖佳思雨晓婉清诗涵琪萱若彤悦然宁书";
    private const string MensCharacters = "伟强磊军勇涛明超辉刚平健杰鹏斌浩宇峰建国志远海波文博俊凯晨睿泽宏毅启航子轩天佑家栋振东成龙立新永康景行正阳少安";
    private static readonly string[] DoubleSurnames = ["欧阳", "上官", "司马", "诸葛"];

    private static readonly string[] FirstWords =
        ["恒", "瑞", "华", "盛", "鑫", "宏", "嘉", "泰", "永", "安", "金", "隆", "广", "德", "信", "益", "万", "顺", "昌", "润", "启", "凯", "博", "远", "联", "佳", "新", "天", "百", "众"];

    private static readonly string[] SecondWords =
        ["达", "丰", "诚", "祥", "源", "通", "利", "和", "兴", "茂", "美", "乐", "捷", "腾", "辉", "康", "福", "邦", "城", "居", "宜", "尚", "创", "商", "贸", "景", "悦", "汇", "舟", "瑞"];

    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    /// <summary>Keeps a name for someone in particular.</summary>
    public void Reserve(string name) => _given.Add(name);

    public string Person(ref Dice dice)
    {
        while (true)
        {
            // The further up the list a surname stands, the more people bear it.
            var surname = dice.Chance(0.01) ? dice.Pick(DoubleSurnames) : CommonSurnames[Math.Min(dice.Below(CommonSurnames.Length), dice.Below(CommonSurnames.Length))].ToString();
            var characters = dice.Chance(0.45) ? WomensCharacters : MensCharacters;
            var first = characters[dice.Below(characters.Length)];
            var name = dice.Chance(0.15) ? surname + first : surname + first + characters[dice.Below(characters.Length)];
            if (_given.Add(name))
                return name;
        }
    }

    public string Customer(ref Dice dice, string city, string trade)
    {
        while (true)
        {
            var name = $"{city}{dice.Pick(FirstWords)}{dice.Pick(SecondWords)}{trade}";
            if (_given.Add(name))
                return name;
        }
    }
}
