using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.ExecutionMonitoring.Features.Escalations;

/// <summary>Keeps how far up missed control points were told, and tells of them (S7.1); whatever was reported meanwhile is left out.</summary>
/// <remarks>Raises <see cref="ControlPointEscalated"/>.</remarks>
internal static class EscalateMissed
{
    [AllowedTo]
    public sealed record Command(IReadOnlyList<EscalationStep> Steps) : ICommand<int>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Steps).NotNull();
    }

    public sealed class Handler(ExecutionMonitoringDb db) : ICommandHandler<Command, int>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var told = 0;
            foreach (var level in request.Steps.GroupBy(s => (s.From, s.To)))
            {
                var ids = level.Select(s => new ControlPointId(s.Id)).ToList();
                var waiting = db.MissedControlPoints.Where(m => EF.Parameter(ids).Contains(m.Id) && m.EscalatedTo == level.Key.From && !db.ProgressReports.Any(r => r.ControlPointId == m.Id));
                var points = await waiting.Select(m => new { m.Id, m.ObjectiveId, m.CycleId, m.OwnerId, m.Date }).ToDictionaryAsync(m => m.Id.Value, cancellationToken);
                Told.Once(await waiting.ExecuteUpdateAsync(s => s.SetProperty(m => m.EscalatedTo, level.Key.To), cancellationToken), points.Count);
                foreach (var (step, to) in level.Where(s => points.ContainsKey(s.Id)).SelectMany(s => s.Told.Select(to => (s, to))))
                {
                    var of = points[step.Id];
                    db.Raise(new ControlPointEscalated(of.Id, of.ObjectiveId, of.CycleId, of.OwnerId, of.Date, to));
                    told++;
                }
            }
            return told;
        }
    }
}

/// <summary>Keeps how far up deviations were told about which nobody has decided, and tells of them (S7.4). It is no change of them: they keep their versions.</summary>
/// <remarks>Raises <see cref="DeviationEscalated"/>.</remarks>
internal static class EscalateDeviations
{
    [AllowedTo]
    public sealed record Command(IReadOnlyList<EscalationStep> Steps) : ICommand<int>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Steps).NotNull();
    }

    public sealed class Handler(ExecutionMonitoringDb db) : ICommandHandler<Command, int>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var told = 0;
            foreach (var level in request.Steps.GroupBy(s => (s.From, s.To)))
            {
                var ids = level.Select(s => new DeviationId(s.Id)).ToList();
                var waiting = db.Deviations.Where(d => EF.Parameter(ids).Contains(d.Id) && d.EscalatedTo == level.Key.From).Where(Deviation.AwaitingDecision);
                var deviations = await waiting.Select(d => new { d.Id, d.ObjectiveId, d.CycleId, d.OwnerId, d.Severity }).ToDictionaryAsync(d => d.Id.Value, cancellationToken);
                Told.Once(await waiting.ExecuteUpdateAsync(s => s.SetProperty(d => d.EscalatedTo, level.Key.To), cancellationToken), deviations.Count);
                foreach (var (step, to) in level.Where(s => deviations.ContainsKey(s.Id)).SelectMany(s => s.Told.Select(to => (s, to))))
                {
                    var of = deviations[step.Id];
                    db.Raise(new DeviationEscalated(of.Id, of.ObjectiveId, of.CycleId, of.OwnerId, of.Severity, to));
                    told++;
                }
            }
            return told;
        }
    }
}
