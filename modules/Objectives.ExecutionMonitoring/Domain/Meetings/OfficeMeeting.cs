using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;
using Objectives.Platform.Results;

namespace Objectives.ExecutionMonitoring.Domain.Meetings;

internal enum OfficeLevel
{
    Department,
    Company,
}

/// <summary>What a resolution corrects (S7).</summary>
internal enum CorrectionKind
{
    Strategy,
    Target,
    Resource,
}

/// <summary>An office meeting of a department or the company, which resolves what the superiors could not settle (S7.4).</summary>
internal sealed class OfficeMeeting : Aggregate
{
    public const int MaxAttendees = 200;
    public const int MaxResolutions = 200;
    public const int MaxTextLength = 4000;

    private OfficeMeeting()
    {
    }

    public OfficeMeetingId Id { get; private init; }

    public override Guid Key => Id.Value;

    public OfficeLevel Level { get; private init; }

    public UnitId UnitId { get; private init; }

    public DateOnly Date { get; private set; }

    public bool Held { get; private set; }

    public PersonId CalledById { get; private init; }

    public DateTimeOffset CalledAt { get; private init; }

    public static OfficeMeeting Call(OfficeLevel level, UnitId unit, DateOnly date, PersonId by, DateTimeOffset now)
        => new() { Id = OfficeMeetingId.New(), Level = level, UnitId = unit, Date = date, CalledById = by, CalledAt = now };

    public void Announce(IReadOnlyList<PersonId> attendees) => Raise(new OfficeMeetingScheduled(Id, UnitId, Date, attendees));

    /// <summary>It took place, with these resolutions.</summary>
    /// <remarks>Fails with CONFLICT (it was held already).</remarks>
    public Result Hold(DateOnly date, IReadOnlyList<Resolution> resolutions)
    {
        if (CheckHeld() is { } held)
            return held;
        (Held, Date) = (true, date);
        Raise(new OfficeMeetingHeld(Id, UnitId, [.. resolutions.Select(r => new ResolutionMade(r.Id, r.DeviationId, r.ObjectiveId, r.ResponsibleId, r.Due))]));
        return Result.Success;
    }

    public Error? CheckHeld() => Held ? new(ErrorCode.Conflict, new("The meeting's outcome has been recorded already.", "该会议结果已记录。"), "meetingId") : null;
}

internal sealed class Attendee : IPart
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required OfficeMeetingId MeetingId { get; init; }

    public Guid Root => MeetingId.Value;

    public required PersonId PersonId { get; init; }
}

/// <summary>What a meeting resolved about a deviation, followed to its end (S7.4).</summary>
internal sealed class Resolution : IPart
{
    public required ResolutionId Id { get; init; }

    /// <summary>Its place among those of its meeting.</summary>
    public required int Ordinal { get; init; }

    public required OfficeMeetingId MeetingId { get; init; }

    public Guid Root => MeetingId.Value;

    public required DeviationId DeviationId { get; init; }

    public required ObjectiveId ObjectiveId { get; init; }

    public required string Text { get; init; }

    public required CorrectionKind? Correction { get; init; }

    public required PersonId ResponsibleId { get; init; }

    public required DateOnly Due { get; init; }

    public PersonId? DoneById { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>How it was done.</summary>
    public string? DoneNote { get; private set; }

    public bool Done => DoneAt is not null;

    /// <summary>Whether it was told that its day is over.</summary>
    public bool OverdueTold { get; private set; }

    /// <remarks>Fails with CONFLICT (it was done already).</remarks>
    public Result Complete(PersonId by, string note, DateTimeOffset now)
    {
        if (Done)
            return new Error(ErrorCode.Conflict, new("It has been reported done already.", "该决议已报告完成。"), "resolutionId");
        (DoneById, DoneAt, DoneNote) = (by, now, note.Trim());
        return Result.Success;
    }
}
