using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Briefings;

/// <summary>Tells a unit and all below it what they are to know before objectives are set (S4.2), or which were (S6.10).</summary>
/// <remarks>Fails with NOT_FOUND, REQUIRED and INVALID (objectives of a publication, and only of one), FORBIDDEN_BY_STATE (cycle past execution). Raises <see cref="BriefingPublished"/>.</remarks>
internal static class PublishBriefing
{
    public sealed record Command(CycleId CycleId, UnitId UnitId, BriefingKind Kind, string Title, string Body, IReadOnlyList<ObjectiveId>? ObjectiveIds) : ICommand<BriefingId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).RequiredText(Briefing.MaxTitleLength);
            RuleFor(c => c.Body).RequiredText(Briefing.MaxBodyLength, multiline: true);
            RuleFor(c => c.ObjectiveIds).Custom((objectives, context) =>
            {
                var isPublication = context.InstanceToValidate.Kind == BriefingKind.ObjectivePublication;
                if (isPublication && objectives is not { Count: > 0 })
                    context.Fail(ErrorCode.Required, new("Name the objectives that are made known.", "请选择要公布的目标。"));
                else if (!isPublication && objectives is { Count: > 0 })
                    context.Fail(ErrorCode.Invalid, new("Only a publication of objectives names objectives.", "仅“目标公布”可以包含目标。"));
                else if (objectives?.Count > Briefing.MaxObjectives)
                    context.Fail(ErrorCode.LimitExceeded, new($"At most {Briefing.MaxObjectives} objectives in one publication.", $"一次最多公布 {Briefing.MaxObjectives} 个目标。"));
            });
        }
    }

    public sealed class Rule(BriefingAccess access, IMediator mediator) : IAccessRule<Command>
    {
        public string Field => "unitId";

        public async Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken)
        {
            if ((await mediator.Send(new Whereabouts([], [request.UnitId], [], [], [], []), cancellationToken)).UnitParents.Count == 0)
                return Access.NotFound;
            return (await access.SightAsync(cancellationToken)).MayPublishTo(request.UnitId) ? Access.Granted : Access.Forbidden;
        }
    }

    public sealed class Handler(PlanningDb db, ObjectiveAccess objectives, CallContext call, BusinessClock clock) : ICommandHandler<Command, BriefingId>
    {
        public async Task<Result<BriefingId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = await db.Cycles.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CycleId, cancellationToken);
            if (cycle is null)
                return Error.NotFound("cycleId");
            if (!cycle.TakesObjectives)
                return new Error(ErrorCode.ForbiddenByState, new("The cycle is in appraisal or closed; nothing more is to be known for setting its objectives.", "目标周期已进入考核或关闭，不再发布通报。"), "cycleId");
            var named = request.ObjectiveIds ?? [];
            var sight = await objectives.SightAsync(cancellationToken);
            var known = await db.Objectives.Where(o => o.CycleId == cycle.Id && named.Contains(o.ObjectiveId)).Where(sight.MayRead<Objective>()).Select(o => o.ObjectiveId).ToHashSetAsync(cancellationToken);
            if (named.Select((id, i) => (id, i)).Where(n => !known.Contains(n.id)).Select(n => Error.NotFound($"objectiveIds.{n.i}")).ToList() is { Count: > 0 } missing)
                return Result<BriefingId>.Failure(missing);
            var briefing = Briefing.Publish(cycle.Id, request.UnitId, request.Kind, request.Title, request.Body, named, call.Caller.Id, clock.GetUtcNow());
            db.Briefings.Add(briefing);
            return briefing.Id;
        }
    }
}
