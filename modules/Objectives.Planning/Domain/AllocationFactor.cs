using Objectives.Contracts.Planning;
using Objectives.Contracts.Organization;
using Objectives.Platform.Numbers;
using Objectives.Platform.Results;

namespace Objectives.Planning.Domain;

internal enum AllocationDimension
{
    Unit,
    Region,
    Customer,
    Position,
    Person,
}

internal enum AllocationFactor
{
    Characteristics,
    StrategicDeployment,
    Development,
    Environment,
    Competition,
    Resources,
    History,
    Strength,
    Finances,
    Credit,
    RelativeStrength,
    RegionalWeight,
    Equal,
}

internal static class AllocationNames
{
    public static Text Name(this AllocationDimension dimension) => dimension switch
    {
        AllocationDimension.Unit => new("units", "单位"),
        AllocationDimension.Region => new("regions", "区域"),
        AllocationDimension.Customer => new("customers", "客户"),
        AllocationDimension.Position => new("positions", "岗位"),
        _ => new("people", "人员"),
    };

    public static Text Name(this AllocationFactor factor) => factor switch
    {
        AllocationFactor.Characteristics => new("Characteristics", "区域特点"),
        AllocationFactor.StrategicDeployment => new("Strategy", "战略部署"),
        AllocationFactor.Development => new("Development", "发展状况"),
        AllocationFactor.Environment => new("Environment", "环境"),
        AllocationFactor.Competition => new("Competition", "竞争"),
        AllocationFactor.Resources => new("Resources", "资源"),
        AllocationFactor.History => new("History", "历史实绩"),
        AllocationFactor.Strength => new("Strength", "实力"),
        AllocationFactor.Finances => new("Finances", "财务"),
        AllocationFactor.Credit => new("Credit", "信用"),
        AllocationFactor.RelativeStrength => new("Relative strength", "相对实力"),
        AllocationFactor.RegionalWeight => new("Regional weight", "区域权重"),
        _ => new("All alike", "均等"),
    };
}

/// <summary>What a factor says of a recipient, from the organization's records (S6.8). A higher score asks for more.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>CHARACTERISTICS, STRATEGIC_DEPLOYMENT, DEVELOPMENT, ENVIRONMENT, COMPETITION</term><description>REGION: its profile's score, 0–100. UNIT: the mean of the regions that it and the units below it are in charge of, 0 without any.</description></item>
/// <item><term>RESOURCES</term><description>REGION: its profile's score. UNIT: its active people with those of all units below.</description></item>
/// <item><term>STRENGTH</term><description>CUSTOMER: its profile's score. POSITION: the relative strength of its incumbents together, so that two carry double. PERSON: the relative strength of his position, 1 without one.</description></item>
/// <item><term>FINANCES, CREDIT</term><description>CUSTOMER: its profile's scores.</description></item>
/// <item><term>RELATIVE_STRENGTH</term><description>UNIT: of its active people together, with those of all units below. POSITION, PERSON: its own, 1 = average.</description></item>
/// <item><term>REGIONAL_WEIGHT</term><description>The development weight of the region, of the customer's, of the position's, of the person's position's; of a UNIT the mean of its regions'. 1 where there is no region.</description></item>
/// <item><term>HISTORY</term><description>What the recipient reached by this measure in the cycle before, as <see cref="PreviousActual"/> makes it up; nothing when it was less than nothing.</description></item>
/// <item><term>EQUAL</term><description>1.</description></item>
/// </list>
/// </remarks>
internal static class FactorScore
{
    /// <summary>Null when the factor says nothing of recipients of this kind.</summary>
    public static decimal? Of(AllocationFactor factor, AllocationDimension dimension, Recipient recipient, decimal? previousActual) => (factor, dimension) switch
    {
        (AllocationFactor.Equal, _) => 1,
        (AllocationFactor.History, _) => Math.Max(0, previousActual ?? 0),
        (AllocationFactor.RegionalWeight, _) => recipient.Region?.DevelopmentWeight ?? 1,
        (AllocationFactor.Characteristics, AllocationDimension.Region or AllocationDimension.Unit) => recipient.Region?.Characteristics ?? 0,
        (AllocationFactor.StrategicDeployment, AllocationDimension.Region or AllocationDimension.Unit) => recipient.Region?.StrategicDeployment ?? 0,
        (AllocationFactor.Development, AllocationDimension.Region or AllocationDimension.Unit) => recipient.Region?.Development ?? 0,
        (AllocationFactor.Environment, AllocationDimension.Region or AllocationDimension.Unit) => recipient.Region?.Environment ?? 0,
        (AllocationFactor.Competition, AllocationDimension.Region or AllocationDimension.Unit) => recipient.Region?.Competition ?? 0,
        (AllocationFactor.Resources, AllocationDimension.Region) => recipient.Region?.Resources ?? 0,
        (AllocationFactor.Resources, AllocationDimension.Unit) => recipient.People,
        (AllocationFactor.Strength, AllocationDimension.Customer) => recipient.Customer!.Strength,
        (AllocationFactor.Finances, AllocationDimension.Customer) => recipient.Customer!.Finances,
        (AllocationFactor.Credit, AllocationDimension.Customer) => recipient.Customer!.Credit,
        (AllocationFactor.Strength, AllocationDimension.Position or AllocationDimension.Person) => recipient.PeopleStrength,
        (AllocationFactor.RelativeStrength, AllocationDimension.Unit) => recipient.PeopleStrength,
        (AllocationFactor.RelativeStrength, AllocationDimension.Position or AllocationDimension.Person) => recipient.OwnStrength,
        _ => null,
    };
}

/// <summary>Months that were recorded as one figure, by the measure's aggregation; what does not roll up stands where it stood last.</summary>
internal static class PreviousActual
{
    public readonly record struct Month(DateOnly Start, decimal Value, decimal? Numerator, decimal? Denominator);

    public static decimal? Of(Aggregation aggregation, int decimals, IReadOnlyCollection<Month> months)
    {
        if (months.Count == 0)
            return null;
        var whole = aggregation switch
        {
            Aggregation.Sum => months.Sum(m => m.Value),
            Aggregation.Average or Aggregation.WeightedAverage => months.Average(m => m.Value),
            Aggregation.Ratio => months.Sum(m => m.Denominator ?? 0) is var all and > 0 ? months.Sum(m => m.Numerator ?? 0) * 100 / all : months.Average(m => m.Value),
            Aggregation.Min => months.Min(m => m.Value),
            Aggregation.Max => months.Max(m => m.Value),
            _ => months.MaxBy(m => m.Start).Value,
        };
        return Apportionment.Round(whole, decimals);
    }
}
