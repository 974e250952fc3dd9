using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Development.Data;
using Objectives.Development.Domain.Levels;
using Objectives.Development.Domain.Plans;
using Objectives.Development.Features.Levels;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Development.Features.Plans;

/// <summary>
/// Says how something that was planned ended (S5.4). Passed, it raises the level to what was aimed at, and a course on the basics makes ready to commit (S4.1); failed, all is as it was, and the gap is open again.
/// </summary>
/// <remarks>Those above the person, and HR; nobody of himself. Fails with NOT_FOUND, REQUIRED (the result), FORBIDDEN_BY_STATE (it has ended).</remarks>
internal static class CompleteDevelopmentItem
{
    public sealed record Command(DevelopmentItemId ItemId, bool Passed, string Result) : ICommand<DevelopmentPlanId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Result).RequiredText(DevelopmentItem.MaxResultLength, multiline: true);
    }

    public sealed class Rule(PlanRights rights) : IAccessRule<Command>
    {
        public string Field => "itemId";

        public Task<Access> CheckAsync(Command request, Caller caller, CancellationToken cancellationToken) => rights.CheckAsync(request.ItemId, to => to.MayJudge, cancellationToken);
    }

    public sealed class Handler(DevelopmentDb db, PlanRights rights, CallContext call, BusinessClock clock) : ICommandHandler<Command, DevelopmentPlanId>
    {
        public async Task<Result<DevelopmentPlanId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (item, plan) = await rights.LoadAsync(request.ItemId, cancellationToken);
            var now = clock.GetUtcNow();
            var completed = item.Complete(request.Passed, request.Result, now);
            if (!completed.IsSuccess)
                return Result<DevelopmentPlanId>.Failure(completed.Errors);
            if (request.Passed)
                await LearnAsync(item, now, cancellationToken);
            plan.TellOfGaps();
            plan.TellOfOutcome(item, call.Caller.Id);
            return plan.Id;
        }

        private async Task LearnAsync(DevelopmentItem item, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var known = (await db.LevelsInForceAsync([item.PersonId], cancellationToken)).GetValueOrDefault((item.PersonId, item.CompetencyId));
            var held = known is { Source: not CompetencySource.Self } ? known.Level : 0;
            db.Assessments.Add(Assessment.Give(item.PersonId, item.CompetencyId, Math.Max(held, item.TargetLevel), CompetencySource.Training, item.Result, call.Caller.Id, now));
            if (item.CourseId is { } id && await db.Courses.AnyAsync(c => c.Id == id && c.MboBasics, cancellationToken)
                && await db.Readiness.SingleOrDefaultAsync(r => r.PersonId == item.PersonId, cancellationToken) is { } readiness)
            {
                readiness.Train(now);
            }
        }
    }
}
