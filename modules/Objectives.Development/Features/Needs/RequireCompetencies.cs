using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Planning;
using Objectives.Development.Data;
using Objectives.Development.Domain.Levels;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Development.Features.Needs;

/// <summary>Says what an objective needs of its owner; the list takes the place of the former (S5.7.2).</summary>
/// <remarks>
/// The owner, whoever stands above him, HR. What is signed stays as it is. Fails with NOT_FOUND, DUPLICATE (a competency twice), INVALID (a level that it has not), LIMIT_EXCEEDED, FORBIDDEN_BY_STATE (withdrawn, or the
/// cycle is closed).
/// </remarks>
internal static class RequireCompetencies
{
    public sealed record Command(ObjectiveId ObjectiveId, IReadOnlyList<Entry> Requirements) : ICommand<ObjectiveId>;

    public sealed record Entry(CompetencyId CompetencyId, int Level);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Requirements).AtMost(ObjectiveNeeds.MaxCompetencies);
            RuleForEach(c => c.Requirements).ChildRules(entry => entry.RuleFor(e => e.Level).Between(1, Competency.MaxLevels));
        }
    }

    public sealed class Rule(DevelopmentSight sight, IMediator mediator) : IAccessRule<Command>
    {
        public string Field => "objectiveId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            if (!(await mediator.Send(new ReadableObjectives([request.ObjectiveId]), cancellationToken)).Contains(request.ObjectiveId))
                return Access.NotFound;
            var owner = (await mediator.Send(new ObjectiveFramesOf([request.ObjectiveId]), cancellationToken))[request.ObjectiveId].OwnerId;
            return (await sight.RelationToAsync(owner, cancellationToken)).IsParty ? Access.Granted : Access.Forbidden;
        }
    }

    public sealed class Handler(DevelopmentDb db, IMediator mediator) : ICommandHandler<Command, ObjectiveId>
    {
        public async Task<Result<ObjectiveId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var objective = (await mediator.Send(new ObjectiveFramesOf([request.ObjectiveId]), cancellationToken))[request.ObjectiveId];
            if (objective.IsOver)
                return new Error(ErrorCode.ForbiddenByState, new("It was withdrawn, or its cycle is closed.", "该目标已撤销，或其周期已关闭。"), "objectiveId");
            if (await CheckAsync(request.Requirements, cancellationToken) is { } wrong)
                return wrong;
            var needs = await db.ObjectiveNeeds.SingleOrDefaultAsync(n => n.ObjectiveId == objective.Id, cancellationToken);
            var before = needs is null ? [] : await db.NeededCompetencies.Where(c => c.NeedsId == needs.Id).ToListAsync(cancellationToken);
            var wanted = request.Requirements.ToDictionary(r => r.CompetencyId, r => r.Level);
            if (before.Count == wanted.Count && before.TrueForAll(c => wanted.GetValueOrDefault(c.CompetencyId) == c.Level))
                return objective.Id;
            if (needs is null)
                db.ObjectiveNeeds.Add(needs = ObjectiveNeeds.Of(objective.Id, objective.CycleId));
            db.NeededCompetencies.RemoveRange(before.Where(c => !wanted.ContainsKey(c.CompetencyId)));
            foreach (var kept in before.Where(c => wanted.ContainsKey(c.CompetencyId)))
                kept.Level = wanted[kept.CompetencyId];
            db.NeededCompetencies.AddRange(wanted.Where(w => before.TrueForAll(c => c.CompetencyId != w.Key))
                .Select(w => new NeededCompetency { NeedsId = needs.Id, ObjectiveId = objective.Id, CycleId = objective.CycleId, CompetencyId = w.Key, Level = w.Value }));
            needs.Tell(objective.OwnerId);
            return objective.Id;
        }

        private async Task<Error?> CheckAsync(IReadOnlyList<Entry> requirements, CancellationToken cancellationToken)
        {
            var ids = requirements.Select(r => r.CompetencyId).Distinct().ToList();
            var known = ids.Count == 0 ? [] : await db.Competencies.AsNoTracking().Where(c => EF.Parameter(ids).Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
            var seen = new HashSet<CompetencyId>();
            foreach (var (i, (id, level)) in requirements.Index())
            {
                if (!known.TryGetValue(id, out var competency))
                    return Error.NotFound($"requirements.{i}.competencyId");
                if (!seen.Add(id))
                    return new Error(ErrorCode.Duplicate, new($"{competency.Name} is required twice.", $"{competency.Name} 重复列出。"), $"requirements.{i}.competencyId");
                if (level > competency.Levels.Count)
                    return Error.Invalid($"requirements.{i}.level", new($"Between 1 and {competency.Levels.Count}, as {competency.Name} has levels.", $"应在 1 与 {competency.Levels.Count} 之间（{competency.Name} 的等级数）。"));
            }
            return null;
        }
    }
}
