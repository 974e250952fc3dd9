using Objectives.Contracts.Planning;

namespace Objectives.Platform.Demo;

public enum DemoMeasureKind
{
    Revenue,
    ServiceRevenue,
    WorkOrders,
    NewContracts,
    FirstContactResolution,
    Satisfaction,
    ComplaintRate,
    Punctuality,
    ResponseTime,
    PartsTurnover,
    StockDays,
    TrainingHours,
    Milestone,
}

public enum DemoDirection
{
    Increase,
    Decrease,
    KeepWithin,
    Milestone,
}

public enum DemoAggregation
{
    Sum,
    Average,
    Ratio,
    Last,
}

/// <param name="Decimals">Digits after the point; figures are kept as whole numbers of the last one.</param>
public sealed record DemoMeasure(
    MeasureId Id, DemoMeasureKind Kind, string Code, string Name, string EnglishName, string UnitOfMeasure, DemoDirection Direction, DemoAggregation Aggregation, int Decimals)
{
    internal static IReadOnlyList<DemoMeasure> All(DemoIds ids)
    {
        DemoMeasure Make(DemoMeasureKind kind, string code, string name, string english, string unit, DemoDirection direction, DemoAggregation aggregation, int decimals)
            => new(new(ids.Of(DemoKind.Measure, (long)kind)), kind, code, name, english, unit, direction, aggregation, decimals);

        return
        [
            Make(DemoMeasureKind.Revenue, "REV", "销售额", "Sales revenue", "万元", DemoDirection.Increase, DemoAggregation.Sum, 2),
            Make(DemoMeasureKind.ServiceRevenue, "SVC", "服务收入", "Service revenue", "万元", DemoDirection.Increase, DemoAggregation.Sum, 2),
            Make(DemoMeasureKind.WorkOrders, "ORD", "完成工单数", "Work orders completed", "单", DemoDirection.Increase, DemoAggregation.Sum, 0),
            Make(DemoMeasureKind.NewContracts, "NEW", "新签服务合同数", "New service contracts", "份", DemoDirection.Increase, DemoAggregation.Sum, 0),
            Make(DemoMeasureKind.FirstContactResolution, "FCR", "首次解决率", "First-contact resolution", "%", DemoDirection.Increase, DemoAggregation.Ratio, 2),
            Make(DemoMeasureKind.Satisfaction, "SAT", "客户满意度", "Customer satisfaction", "%", DemoDirection.Increase, DemoAggregation.Ratio, 2),
            Make(DemoMeasureKind.ComplaintRate, "CMP", "投诉率", "Complaint rate", "%", DemoDirection.Decrease, DemoAggregation.Ratio, 2),
            Make(DemoMeasureKind.Punctuality, "PUN", "上门准时率", "On-site punctuality", "%", DemoDirection.Increase, DemoAggregation.Ratio, 2),
            Make(DemoMeasureKind.ResponseTime, "RSP", "平均响应时间", "Mean response time", "分钟", DemoDirection.Decrease, DemoAggregation.Average, 1),
            Make(DemoMeasureKind.PartsTurnover, "TUR", "备件周转次数", "Parts stock turnover", "次/年", DemoDirection.Increase, DemoAggregation.Average, 2),
            Make(DemoMeasureKind.StockDays, "STK", "备件库存天数", "Days of parts in stock", "天", DemoDirection.KeepWithin, DemoAggregation.Average, 1),
            Make(DemoMeasureKind.TrainingHours, "TRN", "培训学时", "Training hours", "小时", DemoDirection.Increase, DemoAggregation.Sum, 0),
            Make(DemoMeasureKind.Milestone, "MIL", "数字化服务平台进度", "Digital service platform progress", "%", DemoDirection.Milestone, DemoAggregation.Last, 0),
        ];
    }
}
