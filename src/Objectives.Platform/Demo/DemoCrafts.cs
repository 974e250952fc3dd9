namespace Objectives.Platform.Demo;

/// <summary>How a department's share of a measure compares with other departments', and what its teams answer for.</summary>
internal sealed record CraftMeasure(DemoMeasureKind Measure, int Weight);

/// <summary>What is told of each craft: its names, its posts and its measures.</summary>
internal sealed record Craft(DemoCraft Kind, string Department, IReadOnlyList<string> Teams, IReadOnlyList<string> Posts, string[] Trades, IReadOnlyList<CraftMeasure> Measures);

internal static class DemoCrafts
{
    public static readonly string[] Divisions = ["客户服务事业部", "销售渠道事业部", "运营保障事业部"];

    public static readonly (string Name, string[] Cities)[] Regions =
    [
        ("华北区", ["北京", "天津", "石家庄", "太原", "呼和浩特", "唐山", "保定"]),
        ("东北区", ["沈阳", "大连", "长春", "哈尔滨", "吉林", "鞍山"]),
        ("华东一区", ["上海", "南京", "苏州", "无锡", "常州", "南通", "徐州"]),
        ("华东二区", ["杭州", "宁波", "温州", "合肥", "芜湖", "绍兴", "济南", "青岛"]),
        ("华南区", ["广州", "深圳", "佛山", "东莞", "厦门", "福州", "南宁", "海口"]),
        ("华中区", ["武汉", "长沙", "郑州", "南昌", "宜昌", "洛阳", "襄阳"]),
        ("西南区", ["成都", "重庆", "昆明", "贵阳", "绵阳", "遵义"]),
        ("西北区", ["西安", "兰州", "西宁", "银川", "乌鲁木齐", "宝鸡"]),
    ];

    private static readonly string[] Quarters = ["北方", "华东", "中南", "西部"];
    private static readonly string[] Thirds = ["北部", "东南", "西部"];

    /// <summary>In the order of their departments: three to a division, the first of each with four teams.</summary>
    public static readonly IReadOnlyList<Craft> All =
    [
        new(DemoCraft.FieldService, "上门服务部", [.. Quarters.Select(q => q + "上门服务组")], ["上门服务组长", "高级服务工程师", "服务工程师", "服务调度员"], [],
            [
                new(DemoMeasureKind.ServiceRevenue, 40), new(DemoMeasureKind.WorkOrders, 40), new(DemoMeasureKind.FirstContactResolution, 30), new(DemoMeasureKind.Satisfaction, 30),
                new(DemoMeasureKind.ComplaintRate, 30), new(DemoMeasureKind.Punctuality, 60), new(DemoMeasureKind.ResponseTime, 30), new(DemoMeasureKind.TrainingHours, 14),
            ]),
        new(DemoCraft.Installation, "安装服务部", [.. Thirds.Select(t => t + "安装组")], ["安装组长", "高级安装技师", "安装技师", "安装协调员"], [],
            [
                new(DemoMeasureKind.Revenue, 8), new(DemoMeasureKind.ServiceRevenue, 22), new(DemoMeasureKind.WorkOrders, 30), new(DemoMeasureKind.Satisfaction, 20),
                new(DemoMeasureKind.ComplaintRate, 20), new(DemoMeasureKind.Punctuality, 40), new(DemoMeasureKind.TrainingHours, 10),
            ]),
        new(DemoCraft.Repair, "维修服务部", [.. Thirds.Select(t => t + "维修组")], ["维修组长", "高级维修工程师", "维修工程师", "检测员"], [],
            [
                new(DemoMeasureKind.ServiceRevenue, 26), new(DemoMeasureKind.WorkOrders, 30), new(DemoMeasureKind.FirstContactResolution, 20), new(DemoMeasureKind.Satisfaction, 15),
                new(DemoMeasureKind.ComplaintRate, 15), new(DemoMeasureKind.ResponseTime, 20), new(DemoMeasureKind.TrainingHours, 10),
            ]),
        new(DemoCraft.Retail, "零售渠道部", [.. Quarters.Select(q => q + "零售组")], ["零售组长", "客户经理", "渠道专员", "促销督导"], ["电器商行", "家电城有限公司", "百货有限公司", "家居广场有限公司"],
            [
                new(DemoMeasureKind.Revenue, 42), new(DemoMeasureKind.NewContracts, 30), new(DemoMeasureKind.Satisfaction, 10), new(DemoMeasureKind.TrainingHours, 14),
            ]),
        new(DemoCraft.KeyAccounts, "大客户部", [.. Thirds.Select(t => t + "大客户组")], ["大客户组长", "大客户经理", "项目经理", "投标专员"], ["置业有限公司", "酒店管理有限公司", "连锁超市有限公司", "物业服务有限公司", "医院", "职业学院"],
            [
                new(DemoMeasureKind.Revenue, 30), new(DemoMeasureKind.ServiceRevenue, 6), new(DemoMeasureKind.NewContracts, 45), new(DemoMeasureKind.Satisfaction, 8), new(DemoMeasureKind.TrainingHours, 10),
            ]),
        new(DemoCraft.Ecommerce, "电商服务部", [.. Thirds.Select(t => t + "电商组")], ["电商组长", "平台运营经理", "客户经理", "内容专员"], ["电子商务有限公司", "网络科技有限公司", "优选贸易有限公司"],
            [
                new(DemoMeasureKind.Revenue, 20), new(DemoMeasureKind.NewContracts, 25), new(DemoMeasureKind.Satisfaction, 7), new(DemoMeasureKind.ComplaintRate, 10), new(DemoMeasureKind.TrainingHours, 10),
            ]),
        new(DemoCraft.ContactCentre, "客户联络中心", ["热线一组", "热线二组", "在线客服组", "投诉处理组"], ["坐席组长", "高级坐席", "坐席", "质检员"], [],
            [
                new(DemoMeasureKind.FirstContactResolution, 50), new(DemoMeasureKind.Satisfaction, 10), new(DemoMeasureKind.ComplaintRate, 15), new(DemoMeasureKind.ResponseTime, 50), new(DemoMeasureKind.TrainingHours, 14),
            ]),
        new(DemoCraft.Parts, "备件物流部", ["备件计划组", "中心仓储组", "备件配送组"], ["备件组长", "备件计划员", "仓储管理员", "配送员"], [],
            [
                new(DemoMeasureKind.ServiceRevenue, 6), new(DemoMeasureKind.PartsTurnover, 1), new(DemoMeasureKind.StockDays, 1), new(DemoMeasureKind.TrainingHours, 9),
            ]),
        new(DemoCraft.Quality, "质量与培训部", ["服务质量组", "技能培训组", "知识管理组"], ["质量组长", "质量工程师", "培训讲师", "知识管理员"], [],
            [
                new(DemoMeasureKind.ComplaintRate, 10), new(DemoMeasureKind.TrainingHours, 9),
            ]),
    ];

    /// <summary>The duty that objectives of a measure serve.</summary>
    public static string DutyOf(DemoMeasureKind measure) => measure switch
    {
        DemoMeasureKind.Revenue => "达成销售额并保证回款(Reach sales revenue and collect it)",
        DemoMeasureKind.ServiceRevenue => "拓展有偿服务收入(Grow paid service)",
        DemoMeasureKind.WorkOrders => "按时保质完成服务工单(Complete work orders in time and quality)",
        DemoMeasureKind.NewContracts => "签订并维护服务合同(Win and keep service contracts)",
        DemoMeasureKind.FirstContactResolution => "首次联系即解决客户问题(Solve customers' problems at first contact)",
        DemoMeasureKind.Satisfaction => "持续提升客户满意度(Keep raising customer satisfaction)",
        DemoMeasureKind.ComplaintRate => "减少并妥善处理客户投诉(Prevent and settle complaints)",
        DemoMeasureKind.Punctuality => "按约定时间上门服务(Arrive on site when agreed)",
        DemoMeasureKind.ResponseTime => "快速响应客户请求(Answer customers quickly)",
        DemoMeasureKind.PartsTurnover => "加快备件周转(Turn parts stock over faster)",
        DemoMeasureKind.StockDays => "将备件库存保持在合理区间(Keep parts stock within bounds)",
        DemoMeasureKind.TrainingHours => "提升员工专业技能(Develop people's skills)",
        _ => "推进数字化服务平台建设(Build the digital service platform)",
    };
}
