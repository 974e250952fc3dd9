using System.Buffers.Binary;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;

namespace Objectives.Platform.Demo;

/// <summary>
/// The plan of the demo company: an appliance maker's customer service with its people, three years' cycles and figures. It is drawn from a seed:
/// the same seed, scale and day give the same company, ids and figures.
/// </summary>
public sealed class DemoCompany
{
    public const int DefaultSeed = 20260101;
    public const int MaxScale = 200;

    /// <summary>Of Asia/Shanghai, for as long as the company exists.</summary>
    private static readonly TimeSpan ChinaTime = TimeSpan.FromHours(8);

    private readonly DemoOrganizationPlan _organization;
    private readonly DemoGoalTree _goals;
    private int? _goalCount;

    /// <param name="now">The business clock's moment: nothing in the company is younger.</param>
    public DemoCompany(int seed, int scale, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, MaxScale);
        (Seed, Scale, Now) = (seed, scale, now.ToUniversalTime());
        Ids = new(seed);
        Measures = DemoMeasure.All(Ids);
        _organization = new(Ids, seed, scale);
        _goals = new(this);
        Cycles = [CycleOf(Year - 1), CycleOf(Year), CycleOf(Year + 1)];
        Strategy = [.. DemoStrategy.Elements(this, [.. _goals.Roots()])];
    }

    public int Seed { get; }

    public int Scale { get; }

    public DateTimeOffset Now { get; }

    /// <summary>The year in execution.</summary>
    public int Year => Now.ToOffset(ChinaTime).Year;

    /// <summary>When its organization was entered.</summary>
    public DateTimeOffset Founded => At(Year - 2, 3, 1, 9);

    public string Name => Units[0].Name;

    public string TimeZone => "Asia/Shanghai";

    public string Currency => "CNY";

    /// <summary>Each after the one above it; the company first.</summary>
    public IReadOnlyList<DemoUnit> Units => _organization.Units;

    public IReadOnlyList<DemoRegion> Regions => _organization.Regions;

    public IReadOnlyList<DemoPosition> Positions => _organization.Positions;

    /// <summary>Each after his superior; the executive first.</summary>
    public IReadOnlyList<DemoPerson> People => _organization.People;

    public IReadOnlyList<DemoCustomer> Customers => _organization.Customers;

    public IReadOnlyList<DemoMeasure> Measures { get; }

    /// <summary>Last year's, closed; this year's, in execution; next year's, in preparation.</summary>
    public IReadOnlyList<DemoCycle> Cycles { get; }

    /// <summary>Each element after the one that it serves.</summary>
    public IReadOnlyList<DemoStrategyElement> Strategy { get; }

    /// <summary>Deviations with an external cause, written by monitoring's part of the fill for planning's to ask revisions for.</summary>
    public IList<DemoStroke> Strokes { get; } = [];

    /// <summary>Deviations of which causes are sought, written by monitoring's part of the fill for improvement's.</summary>
    public IList<DemoLag> Lags { get; } = [];

    internal DemoIds Ids { get; }

    /// <summary>Keeps records who entered organization, cycles and strategy.</summary>
    public DemoPerson Administrator => People[3];

    public DemoPerson Hr => People[1];

    /// <summary>Approves what the head of human resources has saved.</summary>
    public DemoPerson SecondHr => People[9];

    /// <summary>Stands in where the chief executive would have to do something with himself.</summary>
    public DemoPerson SecondExecutive => People[4];

    /// <summary>About how many objectives a cycle has; exact but for the next year's, which has some fewer.</summary>
    public int GoalCount => _goalCount ??= _goals.Count();

    /// <summary>A cycle's objectives in pre-order: drawn while they are read, never all in memory.</summary>
    public IEnumerable<DemoObjective> Objectives(DemoCycle cycle)
    {
        var chronicle = new DemoChronicle(this, cycle);
        return _goals.Walk().Where(chronicle.Holds).Select(chronicle.Tell);
    }

    /// <summary>The project that an objective is run as; null where it is not.</summary>
    public DemoProject? Project(DemoCycle cycle, DemoObjective objective) => DemoWork.ProjectOf(this, cycle, objective);

    /// <summary>The work planned for an objective beside its project.</summary>
    public IReadOnlyList<DemoWorkItem> WorkItems(DemoCycle cycle, DemoObjective objective) => DemoWork.ItemsOf(this, cycle, objective);

    /// <summary>What an objective's owner said of himself month by month, where he did.</summary>
    public IEnumerable<DemoReview> Reviews(DemoCycle cycle, DemoObjective objective) => DemoReviews.Of(this, cycle, objective);

    /// <summary>What everyone was told before a cycle's objectives were set.</summary>
    public IEnumerable<DemoBriefing> Briefings(DemoCycle cycle) => DemoBriefings.Of(this, cycle);

    /// <summary>How a unit's objectives were made known to its members.</summary>
    public DemoBriefing Publication(DemoCycle cycle, int number, DemoUnit unit, IReadOnlyList<ObjectiveId> objectives) => DemoBriefings.Publication(this, cycle, number, unit, objectives);

    /// <summary>Who has read a briefing.</summary>
    public IEnumerable<DemoAcknowledgement> Acknowledgements(DemoCycle cycle, DemoBriefing briefing) => DemoBriefings.Of(this, cycle, briefing);

    /// <summary>The id of what is made at a moment for something of the company: the same in each fill.</summary>
    /// <param name="ordinal">Among all that is made for it.</param>
    public Guid IdAt(DateTimeOffset moment, Guid of, int ordinal)
    {
        Span<byte> key = stackalloc byte[16];
        of.TryWriteBytes(key);
        return DemoIds.At(moment, Dice.Mix(Dice.Mix(BinaryPrimitives.ReadUInt64LittleEndian(key), BinaryPrimitives.ReadUInt64LittleEndian(key[8..])), (ulong)ordinal + 1_000));
    }

    internal StrategyElementId PlanFor(DemoMeasureKind measure, int year) => DemoStrategy.PlanFor(Ids, measure, year);

    /// <summary>The moment itself when it has passed, else one as long ago as the margin says.</summary>
    internal DateTimeOffset Before(DateTimeOffset moment, TimeSpan margin) => moment < Now ? moment : Now - margin;

    /// <summary>An hour of the company's clock, in UTC as all instants are.</summary>
    internal static DateTimeOffset At(int year, int month, int day, int hour) => new DateTimeOffset(year, month, day, hour, 0, 0, ChinaTime).ToUniversalTime();

    private DemoCycle CycleOf(int year)
    {
        var usual = At(year - 1, 10, 10, 10);
        var opened = usual < Now.AddDays(-2) ? usual : Now.AddDays(-30);
        List<DemoCycleMove> moves = [new(DemoPhase.Preparation, opened)];
        if (year <= Year)
            moves.AddRange([new(DemoPhase.Setting, At(year - 1, 10, 30, 10)), new(DemoPhase.Execution, At(year, 1, 1, 0))]);
        if (year < Year)
        {
            var closed = Before(At(year + 1, 1, 28, 17), TimeSpan.FromMinutes(5));
            moves.AddRange([new(DemoPhase.Appraisal, closed < At(year + 1, 1, 5, 9) ? closed.AddSeconds(-30) : At(year + 1, 1, 5, 9)), new(DemoPhase.Closed, closed)]);
        }
        return new(new(Ids.Of(DemoKind.Cycle, year)), year, $"{year} 年度", moves);
    }
}

/// <summary>What struck an objective from outside.</summary>
public sealed record DemoStroke(ObjectiveId Objective, DemoPerson Owner, DeviationId Deviation);

/// <summary>What an objective lagged behind in a cycle.</summary>
public sealed record DemoLag(DeviationId Deviation, ObjectiveId Objective, DemoCycle Cycle, DemoPerson Owner, DateTimeOffset OpenedAt);
