using FluentValidation;
using MediatR;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Meetings;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Meetings;

/// <summary>Calls an office meeting of a department or the company (S7.4).</summary>
/// <remarks>Whoever leads the unit or one above it, and executives. Fails with NOT_FOUND, INVALID (a day that is over), UNIT_MISMATCH (the company's meeting is of its root), LIMIT_EXCEEDED.</remarks>
internal static class ScheduleOfficeMeeting
{
    public sealed record Command(UnitId UnitId, OfficeLevel Level, DateOnly Date, IReadOnlyList<PersonId>? AttendeeIds) : ICommand<OfficeMeetingId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.AttendeeIds).AtMost(OfficeMeeting.MaxAttendees);
    }

    public sealed class Rule(MeetingRules rules) : IAccessRule<Command>
    {
        public string Field => "unitId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => rules.MayHoldAsync(request.UnitId, cancellationToken);
    }

    public sealed class Handler(ExecutionMonitoringDb db, MeetingRules rules, IMediator mediator, CallContext call, BusinessClock clock) : ICommandHandler<Command, OfficeMeetingId>
    {
        public async Task<Result<OfficeMeetingId>> Handle(Command request, CancellationToken cancellationToken)
        {
            IReadOnlyList<PersonId> attendees = [.. (request.AttendeeIds ?? []).Distinct()];
            if (await rules.CheckAsync(request.UnitId, request.Level, request.AttendeeIds ?? [], "attendeeIds", cancellationToken) is { } wrong)
                return wrong;
            if (request.Date < clock.TodayIn(await mediator.Send(new CompanyTimeZone(), cancellationToken)))
                return Error.Invalid("date", new("A meeting is called for today or later; record one that took place as held.", "会议日期应为今天或以后；已召开的会议请直接记录结果。"));
            var meeting = OfficeMeeting.Call(request.Level, request.UnitId, request.Date, call.Caller.Id, clock.GetUtcNow());
            meeting.Announce(attendees);
            db.OfficeMeetings.Add(meeting);
            db.Attendees.AddRange(attendees.Select(a => new Attendee { MeetingId = meeting.Id, PersonId = a }));
            return meeting.Id;
        }
    }
}
