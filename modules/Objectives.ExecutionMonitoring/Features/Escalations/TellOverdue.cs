using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.ExecutionMonitoring.Data;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.ExecutionMonitoring.Features.Escalations;

/// <summary>Keeps that reports are told to have waited beyond the policy's days for an answer, and tells of them (S7.2); whatever was answered meanwhile is left out. It is no change of them: they keep their versions.</summary>
/// <remarks>Raises <see cref="FollowUpMissed"/>.</remarks>
internal static class TellUnanswered
{
    [AllowedTo]
    public sealed record Command(IReadOnlyList<ProgressReportId> Ids) : ICommand<int>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Ids).NotNull();
    }

    public sealed class Handler(ExecutionMonitoringDb db) : ICommandHandler<Command, int>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var untold = db.ProgressReports.Where(r => EF.Parameter(request.Ids).Contains(r.Id) && r.FollowedUpAt == null && !r.OverdueTold);
            var told = await untold.Select(r => new FollowUpMissed(r.Id, r.ObjectiveId, r.CycleId)).ToListAsync(cancellationToken);
            Told.Once(await untold.ExecuteUpdateAsync(s => s.SetProperty(r => r.OverdueTold, true), cancellationToken), told.Count);
            told.ForEach(db.Raise);
            return told.Count;
        }
    }
}

/// <summary>Keeps that resolutions are told to be overdue, and tells of them (S7.4); what was done meanwhile is left out.</summary>
/// <remarks>Raises <see cref="ResolutionOverdue"/>.</remarks>
internal static class TellOverdueResolutions
{
    [AllowedTo]
    public sealed record Command(IReadOnlyList<ResolutionId> Ids) : ICommand<int>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Ids).NotNull();
    }

    public sealed class Handler(ExecutionMonitoringDb db) : ICommandHandler<Command, int>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var untold = db.Resolutions.Where(r => EF.Parameter(request.Ids).Contains(r.Id) && r.DoneAt == null && !r.OverdueTold);
            var told = await untold.Join(db.OfficeMeetings, r => r.MeetingId, m => m.Id, (r, m) => new ResolutionOverdue(r.Id, m.Id, m.UnitId, r.ResponsibleId, r.Due)).ToListAsync(cancellationToken);
            Told.Once(await untold.ExecuteUpdateAsync(s => s.SetProperty(r => r.OverdueTold, true), cancellationToken), told.Count);
            told.ForEach(db.Raise);
            return told.Count;
        }
    }
}
