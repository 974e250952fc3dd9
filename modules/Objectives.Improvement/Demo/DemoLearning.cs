using Objectives.Improvement.Domain;

namespace Objectives.Improvement.Demo;

/// <summary>What the demo company's people find out, do and learn, in both languages.</summary>
internal sealed record DemoLearning(IReadOnlyList<(CauseCategory Category, string Text)> Whys, (CauseCategory Category, string Text) Aside, string Evidence, IReadOnlyList<DemoMeasureScored> Measures, string Done, string Effect, string Lessons)
{
    public static readonly IReadOnlyList<(string Name, int Weight)> Criteria = [("见效快（Quick effect）", 4_000), ("成本低（Low cost）", 2_500), ("可持续（Lasting）", 2_000), ("易推行（Easy to introduce）", 1_500)];

    public static readonly IReadOnlyList<DemoLearning> All =
    [
        new(
            [(CauseCategory.Method, "返工单多（Many visits are repeated）"), (CauseCategory.Tools, "上门时缺配件（Parts are missing on site）"), (CauseCategory.Information, "派单前没有核对故障代码（Nobody checks the fault code before the visit）")],
            (CauseCategory.Customer, "客户临时改约（Customers change appointments）"), "抽查 60 单，41 单未登记故障代码（41 of 60 visits had no fault code）",
            [
                new("派单前核对故障代码并备件（Check the code, pack the parts）", "客服在派单时按清单核对，仓库前一晚备件（By a list at dispatch; packed the evening before）", 3_000, [8, 8, 8, 7]),
                new("每车增加常用配件（More parts in each van）", "按前 20 种故障备货（For the 20 most common faults）", 46_000, [9, 3, 6, 9]),
                new("增加一次复检（One more check）", "班组长复检高风险单（Team leaders check risky ones）", 12_000, [5, 6, 4, 6]),
            ],
            "全组已按清单核对（The whole team checks by the list）", "返工由 12% 降到 5%（Repeats fell from 12 % to 5 %）",
            "派单前核对故障代码，比多带配件更省更有效；清单要由客服填写，不要让工程师事后补。（Checking the fault code before dispatch beats carrying more parts; dispatch fills the list in, not the engineer afterwards.）"),
        new(
            [(CauseCategory.People, "旺季人手不足（Too few people in the season）"), (CauseCategory.Method, "排班按上月均值（Shifts follow last month's mean）"), (CauseCategory.Measurement, "没有按周预测工单量（Nobody forecasts orders by week）")],
            (CauseCategory.Environment, "高温天数多（More hot days）"), "近三年同期每周工单量与排班对照表（Orders and shifts by week, three years）",
            [
                new("按周预测并滚动排班（Forecast by week, roll the shifts）", "用三年同期工单量预测，提前两周排班（From three years' orders, two weeks ahead）", 0, [6, 9, 9, 5]),
                new("招聘临时工（Hire temporary staff）", "旺季三个月（For three months）", 90_000, [10, 3, 4, 8]),
            ],
            "已按周排班两轮（Two rounds of weekly shifts）", "超时工单减半（Late orders halved）",
            "旺季前四周就要按周预测；只看月均值会把两周的高峰抹平。（Forecast by week from four weeks before the season; a month's mean hides a peak of two weeks.）"),
        new(
            [(CauseCategory.Customer, "老客户复购下降（Old customers buy less again）"), (CauseCategory.Method, "维修后无人回访（Nobody calls after a repair）"), (CauseCategory.Information, "系统不提醒回访（The system does not remind of calls）")],
            (CauseCategory.Tools, "优惠券到期（Coupons have lapsed）"), "抽取 100 位客户，83 位未接到回访（83 of 100 customers were not called）",
            [
                new("维修后第三天回访（Call on the third day）", "系统生成待办，坐席完成（The system lists, agents call）", 5_000, [8, 8, 8, 9]),
                new("延长保修换复购（Longer warranty）", "复购客户延保半年（Half a year for returning customers）", 65_000, [7, 3, 6, 7]),
                new("短信群发（Text messages to all）", "每月一次（Once a month）", 8_000, [4, 8, 3, 9]),
            ],
            "回访率达到 92%（92 % are called）", "复购率回到目标（Repeat purchases are at target）",
            "第三天回访最有效：太早客户还没用，太晚已忘记。（The third day works best: earlier they have not used it, later they have forgotten.）"),
        new(
            [(CauseCategory.Tools, "备件库存断档（Spare parts run out）"), (CauseCategory.Measurement, "安全库存三年未调整（Safety stock unchanged for three years）")],
            (CauseCategory.Environment, "物流延误（Transport was late）"), "断档 17 次，其中 14 次低于现需求的安全库存（14 of 17 gaps were below what demand needs）",
            [
                new("按需求波动重算安全库存（Recompute safety stock）", "每季度按需求波动重算（Each quarter, by demand's variation）", 0, [6, 9, 9, 6]),
                new("增加区域中转仓（A regional depot）", "苏州设中转仓（In Suzhou）", 180_000, [9, 2, 9, 5]),
            ],
            "已按新安全库存补货（Restocked by the new levels）", "断档降到每月一次以内（At most one gap a month）",
            "安全库存要跟着需求波动每季度重算，不要等断档。（Recompute safety stock each quarter by how demand varies, before anything runs out.）"),
    ];
}

/// <param name="Cost">In whole yuan.</param>
/// <param name="Scores">By <see cref="DemoLearning.Criteria"/>.</param>
internal sealed record DemoMeasureScored(string Title, string Description, long Cost, IReadOnlyList<int> Scores);
