using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Meetings;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Meetings;

/// <summary>Reports what a meeting resolved as done; with the last one the deviation is resolved (S7.4).</summary>
/// <remarks>Whoever is responsible, and who may hold the meeting. Fails with REQUIRED, LIMIT_EXCEEDED, NOT_FOUND, CONFLICT (done already).</remarks>
internal static class CompleteResolution
{
    public sealed record Command(ResolutionId ResolutionId, string Note) : ICommand<OfficeMeetingId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Note).RequiredText(OfficeMeeting.MaxTextLength, multiline: true);
    }

    public sealed class Rule(ExecutionMonitoringDb db, ResolutionSight sight) : IAccessRule<Command>
    {
        public string Field => "resolutionId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            var readable = await sight.ReadableAsync(db, cancellationToken);
            var found = await readable.Where(r => r.Id == request.ResolutionId).Join(db.OfficeMeetings, r => r.MeetingId, m => m.Id, (r, m) => new { r.ResponsibleId, m.UnitId }).SingleOrDefaultAsync(cancellationToken);
            if (found is null)
                return Access.NotFound;
            return await sight.MayCompleteAsync(found.ResponsibleId, found.UnitId, cancellationToken) ? Access.Granted : Access.Forbidden;
        }
    }

    public sealed class Handler(ExecutionMonitoringDb db, CallContext call, BusinessClock clock) : ICommandHandler<Command, OfficeMeetingId>
    {
        public async Task<Result<OfficeMeetingId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var resolution = await db.Resolutions.SingleAsync(r => r.Id == request.ResolutionId, cancellationToken);
            var meeting = await db.OfficeMeetings.SingleAsync(m => m.Id == resolution.MeetingId, cancellationToken);
            var now = clock.GetUtcNow();
            var completed = resolution.Complete(call.Caller.Id, request.Note, now);
            if (!completed.IsSuccess)
                return Result<OfficeMeetingId>.Failure(completed.Errors);
            var deviation = await db.Deviations.SingleAsync(d => d.Id == resolution.DeviationId, cancellationToken);
            if (deviation.MeetingId == meeting.Id && !await db.Resolutions.AnyAsync(r => r.DeviationId == deviation.Id && r.MeetingId == meeting.Id && r.Id != resolution.Id && r.DoneAt == null, cancellationToken))
                deviation.Resolve(now);
            return meeting.Id;
        }
    }
}
