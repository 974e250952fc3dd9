using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.PerformanceLinkage.Domain.Scoring;
using Objectives.Platform.Numbers;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Features.Scoring;

/// <summary>HR adds or changes what attainments are worth. Once a scorecard in force uses a rule, it scores as it does.</summary>
/// <remarks>Fails with REQUIRED, INVALID, NOT_FOUND, DUPLICATE (of the name), FORBIDDEN_BY_STATE (in use).</remarks>
internal static class SaveScoringRule
{
    [AllowedTo(Role.Hr)]
    public sealed record Command(ScoringRuleId? Id, string Name, ScoringRuleKind Kind, decimal? Floor, decimal? Cap, IReadOnlyList<ScoreBand>? Bands) : ICommand<ScoringRuleId>
    {
        public ScoringTerms Terms() => new(Kind, Floor, Cap, Bands ?? []);
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        private const decimal JustUnderOne = 0.999999m;
        private static readonly Text OfAnotherKind = new("A rule of this kind has none.", "该类规则不设此项。");

        public Validator()
        {
            RuleFor(c => c.Name).RequiredText(ScoringRule.MaxNameLength);
            RuleFor(c => c.Floor).NotNull().When(IsLinear).WithState(_ => Error.Required(string.Empty).Message);
            RuleFor(c => c.Cap).NotNull().When(IsLinear).WithState(_ => Error.Required(string.Empty).Message);
            RuleFor(c => c.Floor).Quantity(0, JustUnderOne);
            RuleFor(c => c.Cap).Quantity(1, ScoringRule.MaxAttainment);
            RuleFor(c => c.Floor).Null().Unless(IsLinear).WithState(_ => OfAnotherKind);
            RuleFor(c => c.Cap).Null().Unless(IsLinear).WithState(_ => OfAnotherKind);
            RuleFor(c => c.Cap).Custom((_, context) =>
            {
                if (context.InstanceToValidate is { Kind: ScoringRuleKind.Linear, Floor: >= 0 and <= JustUnderOne, Cap: >= 1 and <= ScoringRule.MaxAttainment } rule && rule.Terms().ScoreOf(ScoringRule.MaxAttainment) > ScoringRule.MaxScore)
                    context.Fail(ErrorCode.Invalid, new($"At the cap it would give more than {Quantity.Format(ScoringRule.MaxScore)}.", $"达到上限时得分将超过 {Quantity.Format(ScoringRule.MaxScore)}。"));
            });
            RuleFor(c => c.Bands).AtMost(ScoringRule.MaxBands);
            RuleFor(c => c.Bands).Must((c, bands) => (bands is { Count: > 0 }) == (c.Kind == ScoringRuleKind.Bands))
                .WithState(c => c.Kind == ScoringRuleKind.Bands ? new("Give at least one band.", "请至少设置一档。") : OfAnotherKind);
            RuleFor(c => c.Bands).Must(bands => bands is null || bands.Zip(bands.Skip(1)).All(b => b.First.Attainment < b.Second.Attainment && b.First.Score <= b.Second.Score))
                .WithState(_ => new Text("Each band begins at a higher attainment than the one before it, and is worth no less.", "各档须按完成率由低到高排列且不重复，得分不得低于前一档。"));
            RuleForEach(c => c.Bands).ChildRules(band =>
            {
                band.RuleFor(b => (decimal?)b.Attainment).Quantity(0, ScoringRule.MaxAttainment);
                band.RuleFor(b => (decimal?)b.Score).Quantity(0, ScoringRule.MaxScore);
                band.RuleFor(b => b.Score).Must(score => Quantity.HasDecimals(score, ScoringRule.ScoreDecimals))
                    .WithState(_ => new Text($"At most {ScoringRule.ScoreDecimals} digits after the point.", $"最多 {ScoringRule.ScoreDecimals} 位小数。"));
            });
        }

        private static bool IsLinear(Command command) => command.Kind == ScoringRuleKind.Linear;
    }

    public sealed class Handler(PerformanceLinkageDb db) : ICommandHandler<Command, ScoringRuleId>
    {
        public async Task<Result<ScoringRuleId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var rule = request.Id is { } id ? await db.ScoringRules.SingleOrDefaultAsync(r => r.Id == id, cancellationToken) : null;
            if (request.Id is not null && rule is null)
                return Error.NotFound("id");
            if (await db.ScoringRules.AnyAsync(r => r.Name == request.Name.Trim() && r.Id != request.Id.GetValueOrDefault(), cancellationToken))
                return new Error(ErrorCode.Duplicate, new($"There is a rule named {request.Name} already.", $"规则名称 {request.Name} 已被使用。"), "name");
            if (rule?.ScoresOtherwise(request.Terms()) == true && await db.Scorecards.AnyAsync(s => s.Status != ScorecardStatus.Draft && s.Items.Any(i => i.RuleId == rule.Id), cancellationToken))
                return new Error(ErrorCode.ForbiddenByState, new("Scorecards in force use it: it scores as it does. Add a new rule.", "已有生效的考核表使用该规则，其计分方式不能更改，请新增规则。"), "id");
            if (rule is null)
                db.ScoringRules.Add(rule = ScoringRule.Create(request.Name, request.Terms()));
            else
                rule.Change(request.Name, request.Terms());
            return rule.Id;
        }
    }
}
