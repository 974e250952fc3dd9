using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Domain.Findings;
using Objectives.Platform.Data;
using Objectives.Platform.Results;

namespace Objectives.Planning.Domain;

internal enum SupportStatus
{
    Requested,
    Agreed,
    Declined,
    Fulfilled,
}

/// <summary>Help that an objective needs from a unit or a person by a day, agreed in advance (S6.2).</summary>
/// <remarks>
/// It is answered by the person asked, or the leader of the unit asked; where that is who asked or who owns the objective, by the next above him. When it is declined,
/// the nearest common superior of owner and receiver decides: he agrees after all, or declines again, which is final. That it was fulfilled says the one who asked.
/// </remarks>
internal sealed class SupportRequest : IPart, IConcernsObjective
{
    public const int MaxTextLength = 2000;

    private SupportRequest()
    {
    }

    public SupportRequestId Id { get; private set; }

    public ObjectiveId ObjectiveId { get; private set; }

    public Guid Root => ObjectiveId.Value;

    public string What { get; private set; } = string.Empty;

    public UnitId? FromUnitId { get; private set; }

    public PersonId? FromPersonId { get; private set; }

    public DateOnly NeededBy { get; private set; }

    public PersonId RequestedById { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    public SupportStatus Status { get; private set; }

    public string? Answer { get; private set; }

    public PersonId? AnsweredById { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Declined again by the common superior.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>Whether it stops commitment.</summary>
    public bool IsOpen => Status == SupportStatus.Requested;

    /// <summary>Whether it is part of what is signed.</summary>
    public bool IsCountedOn => Status != SupportStatus.Declined;

    /// <summary>The same as of a moment, as far as its last answer tells; null is now.</summary>
    public bool WasCountedOn(DateTimeOffset? moment) => moment is { } at ? RequestedAt <= at && (IsCountedOn || AnsweredAt > at) : IsCountedOn;

    public SignedSupport AsSigned => new(Id, FromUnitId?.Value ?? FromPersonId!.Value.Value, NeededBy, What);

    public static SupportRequest Ask(Objective objective, string what, UnitId? fromUnit, PersonId? fromPerson, DateOnly neededBy, PersonId by, DateTimeOffset now, SupportRequestId? id = null) => new()
    {
        Id = id ?? SupportRequestId.New(), ObjectiveId = objective.ObjectiveId, What = what.Trim(), FromUnitId = fromUnit, FromPersonId = fromPerson, NeededBy = neededBy,
        RequestedById = by, RequestedAt = now,
    };

    /// <param name="role">What the caller is to it.</param>
    public Result Tell(SupportStatus status, string answer, PersonId by, SupportRole role, DateTimeOffset now)
    {
        if (status == SupportStatus.Requested)
            return Error.Invalid("status", new("Answer with AGREED, DECLINED or FULFILLED.", "答复应为同意、拒绝或已兑现。"));
        if ((status == SupportStatus.Fulfilled ? Check(Status == SupportStatus.Agreed) : CheckDecision(role)) is { } untimely)
            return untimely;
        Status = status;
        Answer = answer.Trim();
        AnsweredById = by;
        AnsweredAt = now;
        IsFinal = status == SupportStatus.Declined && role == SupportRole.CommonSuperior;
        return Result.Success;
    }

    /// <summary>The receiver decides what was asked, and may think better of a refusal; the common superior decides what was declined.</summary>
    private Error? CheckDecision(SupportRole role) => role == SupportRole.CommonSuperior
        ? Check(Status == SupportStatus.Declined && !IsFinal)
        : Check(Status == SupportStatus.Requested || (Status == SupportStatus.Declined && !IsFinal));

    private Error? Check(bool isInTime) => isInTime
        ? null
        : new Error(ErrorCode.ForbiddenByState, new($"The request is {StatusName.English}; this answer does not follow.", $"该请求当前为“{StatusName.Chinese}”，不能作此答复。"), "status");

    private Text StatusName => Status switch
    {
        SupportStatus.Requested => new("requested", "待答复"),
        SupportStatus.Agreed => new("agreed", "已同意"),
        SupportStatus.Declined => new("declined", "已拒绝"),
        _ => new("fulfilled", "已兑现"),
    };
}

internal enum SupportRole
{
    None,

    /// <summary>Who asked, and the objective's owner.</summary>
    Asker,
    Receiver,
    CommonSuperior,
}
