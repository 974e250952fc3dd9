using System.Linq.Expressions;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;
using Objectives.Platform.Results;

namespace Objectives.ExecutionMonitoring.Domain.Deviations;

internal enum DeviationKind
{
    /// <summary>Attainment is outside the tolerance.</summary>
    Lag,

    /// <summary>Something stands in the way, whether or not the figures show it yet.</summary>
    Difficulty,
}

internal enum DeviationStatus
{
    Open,

    /// <summary>It was decided how it is handled.</summary>
    InHand,

    /// <summary>Settled by both, resolved by a meeting, or the target was revised; the next actuals must show it.</summary>
    Resolved,
    Closed,
}

/// <summary>A lag or difficulty of an objective, from its opening until later actuals show that it is over (S7.4).</summary>
/// <remarks>
/// OPEN until someone decides how it is handled, or signs a settlement; IN_HAND until it is RESOLVED: by the signatures of owner and superior, by the resolutions of the office meeting, all done, or by an approved
/// revision of the target. The next actuals then either close it or open it again. A lag that passes by itself is closed too, and so is all that is left when the cycle is closed.
/// </remarks>
internal sealed class Deviation : Aggregate
{
    public const int MaxTextLength = 4000;
    public const int MaxCoordinatedUnits = 50;

    private static readonly Func<Deviation, bool> IsAwaiting = AwaitingMeeting.Compile();
    private static readonly Func<Deviation, bool> IsUndecided = AwaitingDecision.Compile();

    private Deviation()
    {
    }

    public DeviationId Id { get; private init; }

    public override Guid Key => Id.Value;

    public ObjectiveId ObjectiveId { get; private init; }

    public CycleId CycleId { get; private init; }

    /// <summary>The objective's, as it is kept up to date.</summary>
    public UnitId UnitId { get; private set; }

    /// <inheritdoc cref="UnitId"/>
    public PersonId OwnerId { get; private set; }

    public DeviationKind Kind { get; private init; }

    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>Null when the rule opened it.</summary>
    public PersonId? OpenedById { get; private init; }

    /// <summary>In words of whoever opened it; null of what the rule opened, which the figures describe.</summary>
    public string? Description { get; private init; }

    /// <summary>To date when it was opened, in the measure's unit; null where nothing was on record.</summary>
    public decimal? Actual { get; private init; }

    /// <summary>What it was held against.</summary>
    public decimal? Target { get; private init; }

    public bool ExternalCause { get; private set; }

    public DeviationSeverity Severity { get; private set; }

    /// <summary>By which the worst come first.</summary>
    public int SeverityRank { get; private set; }

    public DeviationRoute Route { get; private set; }

    /// <summary>Whether the route was decided; until then it follows from the severity.</summary>
    public bool IsRouted { get; private set; }

    public string? RouteNote { get; private set; }

    public DeviationStatus Status { get; private set; }

    /// <summary>Whom the direct superior named to settle it in his place (S7.2).</summary>
    public PersonId? SupervisorId { get; private set; }

    /// <summary>The meeting that resolved it.</summary>
    public OfficeMeetingId? MeetingId { get; private set; }

    public TargetRevisionId? RevisionId { get; private set; }

    /// <summary>How often it has been opened: signatures count for the time in which they were given.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>When it was last opened.</summary>
    public DateTimeOffset WaitsSince { get; private set; }

    /// <summary>The newest actual that it knows of: later ones tell whether it is over. Null while there is none.</summary>
    /// <remarks>
    /// Of what the figures opened it is the actual by which they did, whatever the clock said when that was written down: the next may have come in the meantime. Of what somebody decided or asked for it is the
    /// moment in which he did.
    /// </remarks>
    public DateTimeOffset? NewsSince { get; private set; }

    /// <inheritdoc cref="Control.Escalation"/>
    public int EscalatedTo { get; private set; }

    public DateTimeOffset? ResolvedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Whether it is still to be handled.</summary>
    public bool IsUnresolved => Status is DeviationStatus.Open or DeviationStatus.InHand;

    /// <summary>Those that an office meeting has to resolve.</summary>
    public static Expression<Func<Deviation, bool>> AwaitingMeeting => d => d.Route == DeviationRoute.OfficeMeeting && d.IsRouted && d.Status == DeviationStatus.InHand && d.MeetingId == null;

    /// <summary>Those that nobody has decided about, nor both have settled.</summary>
    public static Expression<Func<Deviation, bool>> AwaitingDecision => d => d.Status == DeviationStatus.Open || (d.Status == DeviationStatus.InHand && !d.IsRouted);

    /// <summary>Whether nobody has decided about it, nor both have settled it.</summary>
    public bool AwaitsDecision => IsUndecided(this);

    /// <summary>Whether an office meeting has it to resolve.</summary>
    public bool AwaitsMeeting => IsAwaiting(this);

    /// <param name="reportedAt">When the newest actual came by which it is opened.</param>
    /// <param name="by">Null of what the rule opens.</param>
    public static Deviation Open(
        ObjectiveTerms of, DeviationKind kind, string? description, bool externalCause, DeviationSeverity severity, (decimal? Actual, decimal? Target) toDate, DateTimeOffset? reportedAt, PersonId? by, DateTimeOffset now, DeviationId? id = null)
    {
        var deviation = new Deviation
        {
            Id = id ?? DeviationId.New(),
            ObjectiveId = of.Id,
            CycleId = of.CycleId,
            UnitId = of.UnitId,
            OwnerId = of.OwnerId,
            Kind = kind,
            OpenedAt = now,
            WaitsSince = now,
            NewsSince = reportedAt,
            OpenedById = by,
            Description = description?.Trim(),
            Actual = toDate.Actual,
            Target = toDate.Target,
            ExternalCause = externalCause,
            Severity = severity,
            SeverityRank = (int)severity,
            Route = Deviations.Severity.RouteOf(severity),
        };
        deviation.Raise(new DeviationOpened(deviation.Id, of.Id, of.CycleId, of.UnitId, of.OwnerId, severity));
        return deviation;
    }

    /// <summary>Takes note of what it endangers by now.</summary>
    public void Assess(ObjectiveTerms of, DeviationSeverity severity)
    {
        (UnitId, OwnerId) = (of.UnitId, of.OwnerId);
        var worse = severity > Severity;
        (Severity, SeverityRank) = (severity, (int)severity);
        if (!IsRouted)
            Route = Deviations.Severity.RouteOf(severity);
        if (worse)
            Raise(new DeviationWorsened(Id, ObjectiveId, CycleId, UnitId, OwnerId, Severity));
    }

    /// <summary>Decides how it is handled; what a meeting resolved before is still to be done, but no longer decides about it.</summary>
    /// <param name="units">Whom the superior brings together.</param>
    public Result RouteTo(DeviationRoute route, bool? externalCause, IReadOnlyList<UnitId> units, PersonId? supervisor, string? note, PersonId by)
    {
        if (CheckOpen("deviationId") is { } over)
            return over;
        if (by == OwnerId)
            return new Error(ErrorCode.SamePersonMayNotDecide, new("The owner does not decide how his own deviation is handled.", "责任人不能决定自己的偏差如何处理。"), "deviationId");
        if (supervisor == OwnerId)
            return Error.Invalid("supervisorId", new("The owner cannot be his own supervisor.", "责任人不能作为自己的监督人。"));
        if (route == DeviationRoute.SettleTogether && Severity != DeviationSeverity.Individual)
            return new Error(
                ErrorCode.ForbiddenByState,
                new("It endangers objectives of a unit or the company: coordinate the units concerned or take it to the office meeting.", "该偏差影响部门或公司目标：请协调有关单位，或上报办公会议。"),
                "route",
                new Dictionary<string, object?> { ["severity"] = Severity.ToString().ToUpperInvariant() });
        if (route == DeviationRoute.Coordinate && units.Count == 0)
            return Error.Required("unitIds");
        if (route == DeviationRoute.TargetRevision && !(externalCause ?? ExternalCause))
            return Error.Invalid("externalCause", new("A target is revised for an external cause alone; say that it is one.", "仅因外部原因方可修订目标，请注明为外部原因。"));
        (Route, IsRouted, RouteNote, Status, ExternalCause, SupervisorId, MeetingId) = (route, true, TextOrNull(note), DeviationStatus.InHand, externalCause ?? ExternalCause, supervisor ?? SupervisorId, null);
        Raise(new DeviationRouted(Id, ObjectiveId, CycleId, OwnerId, route, SupervisorId, units, by));
        return Result.Success;
    }

    /// <summary>Owner or superior signs what was agreed; with both it is resolved.</summary>
    /// <param name="byOwner">Else by the superior or the supervisor that he named.</param>
    /// <param name="signed">The signatures given since it was last opened.</param>
    public Result<Settlement> Settle(PersonId by, bool byOwner, string agreement, IReadOnlyCollection<Settlement> signed, DateTimeOffset now)
    {
        if (CheckSettle(byOwner, signed) is { } refused)
            return refused;
        var both = signed.Any(s => s.Round == Round && s.ByOwner != byOwner);
        Status = DeviationStatus.InHand;
        if (both)
            Resolve(now);
        Raise(new DeviationSettled(Id, ObjectiveId, CycleId, OwnerId, by, both));
        return new Settlement { Id = Guid.CreateVersion7(), DeviationId = Id, Round = Round, ById = by, ByOwner = byOwner, At = now, Agreement = agreement.Trim() };
    }

    /// <summary>Why this side cannot sign now.</summary>
    public Error? CheckSettle(bool byOwner, IReadOnlyCollection<Settlement> signed)
    {
        if (CheckOpen("deviationId") is { } over)
            return over;
        if (Route is DeviationRoute.OfficeMeeting or DeviationRoute.TargetRevision)
            return new Error(
                ErrorCode.ForbiddenByState,
                Route == DeviationRoute.OfficeMeeting
                    ? new("It is for the office meeting to resolve.", "该偏差应由办公会议议决。")
                    : new("It waits for the decision on the target's revision.", "该偏差等待目标修订的审批。"),
                "deviationId");
        return signed.Any(s => s.Round == Round && s.ByOwner == byOwner) ? new Error(ErrorCode.Conflict, new("This side has signed already.", "该方已签署。"), "deviationId") : null;
    }

    /// <summary>A meeting was held that resolved what is to be done.</summary>
    public void TakeUp(OfficeMeetingId meeting) => MeetingId = meeting;

    /// <summary>All that the meeting resolved is done.</summary>
    public void Resolve(DateTimeOffset now)
    {
        if (!IsUnresolved)
            return;
        (Status, ResolvedAt, NewsSince) = (DeviationStatus.Resolved, now, now);
        Raise(new DeviationResolved(Id, ObjectiveId, CycleId, OwnerId));
    }

    /// <summary>The revision of its target was asked for.</summary>
    public void AwaitRevision(TargetRevisionId revision, DateTimeOffset now)
    {
        if (Status != DeviationStatus.Closed)
            (RevisionId, Route, IsRouted, Status, NewsSince) = (revision, DeviationRoute.TargetRevision, true, DeviationStatus.InHand, now);
    }

    /// <summary>The revision was decided: approved, the deviation is resolved; otherwise it is to be handled in another way.</summary>
    public void LearnOfRevision(TargetRevisionOutcome outcome, DateTimeOffset now)
    {
        if (outcome == TargetRevisionOutcome.Approved)
            Resolve(now);
        else if (Status != DeviationStatus.Closed)
            OpenAgain(now, now);
    }

    /// <summary>Looks whether actuals that are news to it have ended it, or opened it again. Another target, without another actual, ends none.</summary>
    /// <param name="lags">Whether the objective is outside tolerance.</param>
    /// <param name="reportedAt">When its newest actual came.</param>
    public void Follow(bool lags, DateTimeOffset? reportedAt, DateTimeOffset now)
    {
        if (Status == DeviationStatus.Closed)
            return;
        var isNews = reportedAt is not null && (NewsSince is null || reportedAt > NewsSince);
        if (Status == DeviationStatus.Resolved ? isNews && !lags : Kind == DeviationKind.Lag && isNews && !lags)
            Close(now);
        else if (Status == DeviationStatus.Resolved && isNews)
            OpenAgain(now, reportedAt);
    }

    /// <summary>Its objective or cycle is over.</summary>
    public void Close(DateTimeOffset now)
    {
        if (Status == DeviationStatus.Closed)
            return;
        (Status, ClosedAt) = (DeviationStatus.Closed, now);
        Raise(new DeviationClosed(Id, ObjectiveId, CycleId, OwnerId));
    }

    private void OpenAgain(DateTimeOffset now, DateTimeOffset? newsSince)
    {
        (Status, Round, ResolvedAt, IsRouted, MeetingId, RevisionId, WaitsSince, NewsSince, EscalatedTo) = (DeviationStatus.Open, Round + 1, null, false, null, null, now, newsSince, 0);
        Route = Deviations.Severity.RouteOf(Severity);
        Raise(new DeviationWorsened(Id, ObjectiveId, CycleId, UnitId, OwnerId, Severity));
    }

    private Error? CheckOpen(string field) => IsUnresolved
        ? null
        : new(ErrorCode.ForbiddenByState, new("It has been resolved already.", "该偏差已处理完毕。"), field);

    private static string? TextOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>The signature of one of the two who settle a deviation (S7.2, S7.4).</summary>
internal sealed class Settlement : IPart
{
    public required Guid Id { get; init; }

    public required DeviationId DeviationId { get; init; }

    public Guid Root => DeviationId.Value;

    /// <inheritdoc cref="Deviation.Round"/>
    public required int Round { get; init; }

    public required PersonId ById { get; init; }

    /// <summary>Else by his superior or the supervisor whom he named.</summary>
    public required bool ByOwner { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Agreement { get; init; }
}

/// <summary>A unit whose help is coordinated (S7.4).</summary>
internal sealed class CoordinatedUnit : IPart
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DeviationId DeviationId { get; init; }

    public Guid Root => DeviationId.Value;

    public required UnitId UnitId { get; init; }
}

/// <summary>An <see cref="Effect"/> as it was last reckoned; it follows from the figures.</summary>
internal sealed class KeptEffect
{
    public required DeviationId DeviationId { get; init; }

    public required ObjectiveId ObjectiveId { get; init; }

    public required int Level { get; init; }

    public required decimal? Before { get; init; }

    public required decimal? After { get; init; }

    public required bool Endangered { get; init; }
}
