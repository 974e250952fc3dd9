using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.ExecutionMonitoring.Domain.Meetings;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Meetings;

/// <summary>Records an office meeting that took place, with what it resolved about the deviations taken to it (S7.4).</summary>
/// <remarks>
/// Whoever leads the unit or one above it, and executives. Fails with REQUIRED (attendees, texts), NOT_FOUND, INVALID (a day to come, a due date before it), UNIT_MISMATCH (a deviation of another unit's meeting, or another unit
/// or level than the meeting was called for), FORBIDDEN_BY_STATE (a deviation that is not taken to an office meeting, or to a higher one), CONFLICT (held already), LIMIT_EXCEEDED.
/// </remarks>
internal static class HoldOfficeMeeting
{
    public sealed record Command(OfficeMeetingId? MeetingId, UnitId UnitId, OfficeLevel Level, DateOnly Date, IReadOnlyList<PersonId> AttendeeIds, IReadOnlyList<Entry> Resolutions) : ICommand<OfficeMeetingId>;

    public sealed record Entry(DeviationId DeviationId, string Text, CorrectionKind? Correction, PersonId ResponsibleId, DateOnly Due);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.AttendeeIds).AtMost(OfficeMeeting.MaxAttendees);
            RuleFor(c => c.AttendeeIds).Custom((attendees, context) =>
            {
                if (attendees.Count == 0)
                    context.Fail(ErrorCode.Required, new("Who attended?", "请填写出席人员。"));
            });
            RuleFor(c => c.Resolutions).AtMost(OfficeMeeting.MaxResolutions);
            RuleForEach(c => c.Resolutions).ChildRules(entry => entry.RuleFor(e => e.Text).RequiredText(OfficeMeeting.MaxTextLength, multiline: true));
        }
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
            var called = request.MeetingId is { } id ? await db.OfficeMeetings.SingleOrDefaultAsync(m => m.Id == id, cancellationToken) : null;
            var ids = request.Resolutions.Select(r => r.DeviationId).Distinct().ToList();
            var deviations = await db.Deviations.Where(d => EF.Parameter(ids).Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancellationToken);
            var wrong = await CheckAsync(request, called, cancellationToken) ?? await CheckAsync(request, deviations, cancellationToken);
            if (wrong is not null)
                return wrong;
            var meeting = called ?? OfficeMeeting.Call(request.Level, request.UnitId, request.Date, call.Caller.Id, clock.GetUtcNow());
            var resolutions = request.Resolutions.Select((r, i) => new Resolution
            {
                Id = ResolutionId.New(), Ordinal = i, MeetingId = meeting.Id, DeviationId = r.DeviationId, ObjectiveId = deviations[r.DeviationId].ObjectiveId, Text = r.Text.Trim(), Correction = r.Correction,
                ResponsibleId = r.ResponsibleId, Due = r.Due,
            }).ToList();
            var held = meeting.Hold(request.Date, resolutions);
            if (!held.IsSuccess)
                return Result<OfficeMeetingId>.Failure(held.Errors);
            if (called is null)
                db.OfficeMeetings.Add(meeting);
            await SetAttendeesAsync(meeting, request.AttendeeIds, cancellationToken);
            db.Resolutions.AddRange(resolutions);
            foreach (var deviation in deviations.Values)
                deviation.TakeUp(meeting.Id);
            return meeting.Id;
        }

        private async Task<Error?> CheckAsync(Command request, OfficeMeeting? called, CancellationToken cancellationToken)
        {
            if (request.MeetingId is not null && called is null)
                return Error.NotFound("meetingId");
            if (called?.CheckHeld() is { } held)
                return held;
            if (called is not null && (called.UnitId != request.UnitId || called.Level != request.Level))
                return new(ErrorCode.UnitMismatch, new("The meeting was called for another unit or level.", "该会议属于其他单位或级别。"), called.UnitId != request.UnitId ? "unitId" : "level");
            if (await rules.CheckAsync(request.UnitId, request.Level, request.AttendeeIds, "attendeeIds", cancellationToken) is { } wrong)
                return wrong;
            if (request.Date > clock.TodayIn(await mediator.Send(new CompanyTimeZone(), cancellationToken)))
                return Error.Invalid("date", new("A meeting that was held took place today or before.", "已召开会议的日期不能晚于今天。"));
            var found = await mediator.Send(new Whereabouts([.. request.Resolutions.Select(r => r.ResponsibleId).Distinct()], [], [], [], [], []), cancellationToken);
            var auditors = request.Resolutions.Count == 0 ? [] : await mediator.Send(new HoldersOf(Role.Auditor), cancellationToken);
            foreach (var (i, entry) in request.Resolutions.Index())
            {
                if (!found.SuperiorOf.ContainsKey(entry.ResponsibleId))
                    return Error.NotFound($"resolutions.{i}.responsibleId");
                if (auditors.Contains(entry.ResponsibleId))
                    return Error.Invalid($"resolutions.{i}.responsibleId", new("An auditor carries nothing out; name someone else.", "审计人员不参与执行，请指定其他负责人。"));
                if (entry.Due < request.Date)
                    return Error.Invalid($"resolutions.{i}.due", new("It is due on the day of the meeting or later.", "完成期限不能早于会议日期。"));
            }
            return null;
        }

        private async Task<Error?> CheckAsync(Command request, Dictionary<DeviationId, Deviation> deviations, CancellationToken cancellationToken)
        {
            if (request.Resolutions.Count == 0)
                return null;
            var above = await mediator.Send(new UnitsAbove([.. deviations.Values.Select(d => d.UnitId).Distinct()]), cancellationToken);
            foreach (var (i, entry) in request.Resolutions.Index())
            {
                var field = $"resolutions.{i}.deviationId";
                if (!deviations.TryGetValue(entry.DeviationId, out var deviation) || !above.TryGetValue(deviation.UnitId, out var units))
                    return Error.NotFound(field);
                if (!units.Contains(request.UnitId))
                    return new(ErrorCode.UnitMismatch, new("The deviation is of a unit that does not belong to the meeting's.", "该偏差所属单位不在会议单位范围内。"), field);
                if (!deviation.AwaitsMeeting)
                    return new(ErrorCode.ForbiddenByState, new("The deviation is not taken to an office meeting; route it there first.", "该偏差未提交办公会议，请先上报办公会议。"), field);
                if (MeetingAgenda.LevelOf(deviation.Severity) > request.Level)
                    return new(ErrorCode.ForbiddenByState, new("It endangers the company's objectives: its office meeting resolves it.", "该偏差影响公司目标，应由公司办公会议议决。"), field);
            }
            return null;
        }

        private async Task SetAttendeesAsync(OfficeMeeting meeting, IReadOnlyList<PersonId> attendees, CancellationToken cancellationToken)
        {
            var before = await db.Attendees.Where(a => a.MeetingId == meeting.Id).ToListAsync(cancellationToken);
            db.Attendees.RemoveRange(before.Where(a => !attendees.Contains(a.PersonId)));
            db.Attendees.AddRange(attendees.Distinct().Where(a => before.TrueForAll(b => b.PersonId != a)).Select(a => new Attendee { MeetingId = meeting.Id, PersonId = a }));
        }
    }
}
