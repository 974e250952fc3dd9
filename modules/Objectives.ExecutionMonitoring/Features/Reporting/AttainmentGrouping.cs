using System.Linq.Expressions;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Domain.Reporting;
using Objectives.Platform.Data;
using Objectives.Platform.Numbers;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Reporting;

internal enum ReportDimension
{
    Unit,
    Region,
    Customer,
    Person,
    Level,
    Measure,
    Period,
}

/// <summary>A group as the database sums it up; quantities in whole units and the millionths beyond, so that no sum of them is too great.</summary>
internal sealed class AttainmentGroup
{
    public Guid UnitId { get; init; }

    public Guid RegionId { get; init; }

    public Guid CustomerId { get; init; }

    public Guid PersonId { get; init; }

    public int Level { get; init; }

    public Guid MeasureId { get; init; }

    public string Period { get; init; } = string.Empty;

    public int Objectives { get; init; }

    public int OnTrack { get; init; }

    public int AtRisk { get; init; }

    public int OffTrack { get; init; }

    public int Measured { get; init; }

    public int Known { get; init; }

    public long Points { get; init; }

    public long ActualUnits { get; init; }

    public long ActualRest { get; init; }

    public long TargetUnits { get; init; }

    public long TargetRest { get; init; }

    public int Increasing { get; init; }

    public int Decreasing { get; init; }

    public int OwnMeasured { get; init; }

    public int OwnKnown { get; init; }

    public long OwnPoints { get; init; }

    public long OwnActualUnits { get; init; }

    public long OwnActualRest { get; init; }

    public long OwnTargetUnits { get; init; }

    public long OwnTargetRest { get; init; }

    public int OwnIncreasing { get; init; }

    public int OwnDecreasing { get; init; }

    public int OwnSummed { get; init; }

    public int OwnMeasures { get; init; }

    public GroupFigures Figures => GroupFigures.Of(
        new(Measured, Known, Points, ActualUnits + Quantity.FromScaled(ActualRest), TargetUnits + Quantity.FromScaled(TargetRest), Increasing, Decreasing),
        new(OwnMeasured, OwnKnown, OwnPoints, OwnActualUnits + Quantity.FromScaled(OwnActualRest), OwnTargetUnits + Quantity.FromScaled(OwnTargetRest), OwnIncreasing, OwnDecreasing),
        OwnMeasures,
        OwnSummed);
}

/// <summary>Makes of facts the groups that a report asks for, by one statement whatever the dimensions: its keys and its grouping name those alone.</summary>
internal sealed class AttainmentGrouping(IReadOnlyCollection<ReportDimension> by)
{
    private const long Million = 1_000_000;

    public IQueryable<AttainmentGroup> Group(IQueryable<AttainmentFact> facts)
    {
        if (by.Count == 0)
            return facts.GroupBy(_ => 1).Select(Summed<int>());
        var fact = Expression.Parameter(typeof(AttainmentFact), "f");
        var key = Expression.MemberInit(Expression.New(typeof(Key)), by.Select(d => Expression.Bind(typeof(Key).GetProperty(NameOf(d))!, Expression.Property(fact, NameOf(d)))));
        var summed = Summed<Key>();
        var ofGroup = Expression.Property(summed.Parameters[0], nameof(IGrouping<,>.Key));
        var keys = by.Select(d =>
        {
            var target = typeof(AttainmentGroup).GetProperty(NameOf(d))!;
            var value = Expression.Property(ofGroup, NameOf(d));
            return Expression.Bind(target, value.Type == target.PropertyType ? value : Expression.Convert(Expression.Convert(value, typeof(object)), target.PropertyType));
        });
        var row = (MemberInitExpression)summed.Body;
        return facts.GroupBy(Expression.Lambda<Func<AttainmentFact, Key>>(key, fact))
            .Select(Expression.Lambda<Func<IGrouping<Key, AttainmentFact>, AttainmentGroup>>(row.Update(row.NewExpression, [.. keys, .. row.Bindings]), summed.Parameters));
    }

    /// <summary>In the order in which the dimensions are named.</summary>
    public Keyset<AttainmentGroup> Order()
    {
        var order = new Keyset<AttainmentGroup>();
        foreach (var dimension in by)
        {
            order = dimension switch
            {
                ReportDimension.Unit => order.By(g => g.UnitId),
                ReportDimension.Region => order.By(g => g.RegionId),
                ReportDimension.Customer => order.By(g => g.CustomerId),
                ReportDimension.Person => order.By(g => g.PersonId),
                ReportDimension.Level => order.By(g => g.Level),
                ReportDimension.Measure => order.By(g => g.MeasureId),
                _ => order.By(g => g.Period),
            };
        }
        return by.Count == 0 ? order.By(g => g.Objectives) : order;
    }

    private static string NameOf(ReportDimension dimension) => dimension switch
    {
        ReportDimension.Unit => nameof(Key.UnitId),
        ReportDimension.Region => nameof(Key.RegionId),
        ReportDimension.Customer => nameof(Key.CustomerId),
        ReportDimension.Person => nameof(Key.PersonId),
        ReportDimension.Level => nameof(Key.Level),
        ReportDimension.Measure => nameof(Key.MeasureId),
        _ => nameof(Key.Period),
    };

    private static Expression<Func<IGrouping<TKey, AttainmentFact>, AttainmentGroup>> Summed<TKey>() => g => new AttainmentGroup
    {
        Objectives = g.Count(),
        OnTrack = g.Count(f => f.Health == Health.OnTrack || f.Health == Health.Achieved),
        AtRisk = g.Count(f => f.Health == Health.AtRisk),
        OffTrack = g.Count(f => f.Health == Health.OffTrack),
        Measured = g.Count(f => f.Actual != null),
        Known = g.Count(f => f.Points != null),
        Points = g.Sum(f => (long?)f.Points) ?? 0,
        ActualUnits = g.Sum(f => f.Actual / Million) ?? 0,
        ActualRest = g.Sum(f => f.Actual % Million) ?? 0,
        TargetUnits = g.Sum(f => f.Target / Million) ?? 0,
        TargetRest = g.Sum(f => f.Target % Million) ?? 0,
        Increasing = g.Count(f => f.Actual != null && f.Direction == MeasureDirection.Increase),
        Decreasing = g.Count(f => f.Actual != null && f.Direction == MeasureDirection.Decrease),
        OwnMeasured = g.Count(f => !f.HasParts && f.Actual != null),
        OwnKnown = g.Count(f => !f.HasParts && f.Points != null),
        OwnPoints = g.Sum(f => f.HasParts ? null : (long?)f.Points) ?? 0,
        OwnActualUnits = g.Sum(f => f.HasParts ? null : f.Actual / Million) ?? 0,
        OwnActualRest = g.Sum(f => f.HasParts ? null : f.Actual % Million) ?? 0,
        OwnTargetUnits = g.Sum(f => f.HasParts ? null : f.Target / Million) ?? 0,
        OwnTargetRest = g.Sum(f => f.HasParts ? null : f.Target % Million) ?? 0,
        OwnIncreasing = g.Count(f => !f.HasParts && f.Actual != null && f.Direction == MeasureDirection.Increase),
        OwnDecreasing = g.Count(f => !f.HasParts && f.Actual != null && f.Direction == MeasureDirection.Decrease),
        OwnSummed = g.Count(f => !f.HasParts && f.Actual != null && f.Aggregation == Aggregation.Sum),
        OwnMeasures = g.Where(f => !f.HasParts && f.Actual != null).Select(f => f.MeasureId).Distinct().Count(),
    };

    /// <summary>Of which only the dimensions asked for are set.</summary>
    private sealed class Key
    {
        public UnitId UnitId { get; init; }

        public RegionId RegionId { get; init; }

        public CustomerId CustomerId { get; init; }

        public PersonId PersonId { get; init; }

        public int Level { get; init; }

        public MeasureId MeasureId { get; init; }

        public string Period { get; init; } = string.Empty;
    }
}
