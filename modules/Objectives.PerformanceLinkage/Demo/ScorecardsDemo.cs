using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Appraisals;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.PerformanceLinkage.Domain.Scoring;
using Objectives.Platform.Demo;

namespace Objectives.PerformanceLinkage.Demo;

/// <summary>The demo company's scorecards: last year's appraised and signed, this year's in force, of all that each person is committed to.</summary>
internal sealed class ScorecardsDemo(IServiceScopeFactory scopes, IDbContextFactory<PerformanceLinkageDb> dbs) : IDemoSource
{
    private const int Portion = 2000;
    private const decimal ImportantFactor = 2;

    public int Order => 34;

    public async Task FillAsync(DemoCompany company, IDemoProgress progress, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        await using var writer = new PastWriter(db);
        var rule = AddRules(company, writer);
        foreach (var cycle in company.Cycles.Where(c => c.Phase is DemoPhase.Execution or DemoPhase.Closed))
        {
            var byOwner = company.Objectives(cycle).Where(o => o.Now.Status is DemoStatus.Committed or DemoStatus.Achieved or DemoStatus.Missed)
                .GroupBy(o => o.Owner).Select(g => (Owner: g.Key, Objectives: g.Take(Scorecard.MaxItems).Select(Of).ToList())).OrderBy(g => g.Owner.EmployeeNumber, StringComparer.Ordinal).ToList();
            var attainments = cycle.Phase == DemoPhase.Closed ? await AttainmentsAsync([.. byOwner.SelectMany(o => o.Objectives).Select(o => o.Id)], cancellationToken) : new Dictionary<ObjectiveId, decimal>();
            foreach (var (index, (owner, objectives)) in byOwner.Index())
            {
                Add(new(company, writer, cycle, owner, rule), objectives, attainments);
                progress.Report($"scorecards of {cycle.Year}", index + 1, byOwner.Count);
                await writer.FlushIfFullAsync(cancellationToken);
            }
        }
        await writer.FlushAsync(cancellationToken);
    }

    private static AppraisableObjective Of(DemoObjective objective)
        => new(objective.Id, string.Empty, objective.Now.Title, objective.Owner.Id, CommitmentState.Committed, objective.Now.Important, IsExempt: false);

    /// <returns>The one by which the scorecards are scored.</returns>
    private static ScoringRule AddRules(DemoCompany company, PastWriter writer)
    {
        var at = company.Founded.AddHours(4);
        ScoringRule[] rules =
        [
            ScoringRule.Create("线性 Linear 60–120", new(ScoringRuleKind.Linear, 0.6m, 1.2m, []), new(company.IdAt(at, company.Hr.Id.Value, 1))),
            ScoringRule.Create("分档 Bands", new(ScoringRuleKind.Bands, null, null, [new(0.8m, 60), new(0.9m, 80), new(1, 100), new(1.1m, 120)]), new(company.IdAt(at, company.Hr.Id.Value, 2))),
            ScoringRule.Create("达标 Passed or failed", new(ScoringRuleKind.PassFail, null, null, []), new(company.IdAt(at, company.Hr.Id.Value, 3))),
        ];
        foreach (var (index, rule) in rules.Index())
            writer.Add(rule, [], "saveScoringRule", company.Hr.Id, at.AddMinutes(index));
        return rules[0];
    }

    private static void Add(Place place, IReadOnlyList<AppraisableObjective> objectives, IReadOnlyDictionary<ObjectiveId, decimal> attainments)
    {
        var (hr, at) = (place.Company.Hr.Id, place.Cycle.Moves.First(m => m.To == DemoPhase.Execution).At.AddHours(2));
        var card = Scorecard.Draft(place.Cycle.Id, place.Owner.Id, new(place.IdAt(at, 0)));
        var past = place.Writer.Begin(card);
        card.SetItems(PlannedItem.ByImportance(objectives, ImportantFactor, place.Rule.Id), objectives.ToDictionary(o => o.Id), hr, at, ordinal => new(place.IdAt(at, ordinal + 1)));
        past.Record("setScorecard", hr, at, null, [.. card.Items]);
        card.Activate(objectives);
        past.Record("activateScorecard", hr, at.AddMinutes(1));
        if (place.Cycle.Phase == DemoPhase.Closed)
            Appraise(place, card, past, attainments);
    }

    private static void Appraise(Place place, Scorecard card, PastWriter.Past past, IReadOnlyDictionary<ObjectiveId, decimal> attainments)
    {
        var (from, until) = (place.Cycle.Moves.First(m => m.To == DemoPhase.Appraisal).At, place.Cycle.Moves.First(m => m.To == DemoPhase.Closed).At);
        DateTimeOffset Step(int number) => from.AddTicks((until - from).Ticks * number / 6 / 10 * 10);
        var (owner, leader, hr) = (place.Owner.Id, place.Leader.Id, place.Company.Hr.Id);
        var appraisal = Appraisal.Of(card.Id, place.IdAt(from, Scorecard.MaxItems + 1));
        var judged = place.Writer.Begin(appraisal);
        var score = ScoreSheet.Mean(card.Items.Where(i => attainments.ContainsKey(i.ObjectiveId)).Select(i => (i.Weight, place.Rule.Terms.ScoreOf(attainments[i.ObjectiveId]))));

        appraisal.AppraiseSelf("重点目标已完成，配件周转仍需改进（The main targets are reached; parts still turn too slowly）", Math.Round(score ?? 80, 0), Step(1));
        Both(ScorecardStatus.SelfAppraised, AppraisalStep.SelfAppraised, "selfAppraise", owner, Step(1));
        appraisal.Appraise("以实绩为准，协作主动（As the records show; helps others unasked）", [], new Dictionary<ScorecardItemId, decimal>(), leader, Step(2));
        Both(ScorecardStatus.Appraised, AppraisalStep.Appraised, "appraise", leader, Step(2));
        appraisal.Calibrate(score ?? 80, GradeOf(score ?? 80), "按部门尺度校准（Calibrated within the division）", hr, Step(3));
        card.Freeze(attainments, Step(3));
        Both(ScorecardStatus.Calibrated, AppraisalStep.Calibrated, "calibrateAppraisal", hr, Step(3));
        appraisal.Sign(asOwner: true, owner, Step(4));
        Both(ScorecardStatus.Calibrated, AppraisalStep.SignedByOne, "signAppraisal", owner, Step(4));
        appraisal.Sign(asOwner: false, leader, Step(5));
        Both(ScorecardStatus.Signed, AppraisalStep.Signed, "signAppraisal", leader, Step(5));

        void Both(ScorecardStatus status, AppraisalStep step, string action, Contracts.Organization.PersonId by, DateTimeOffset at)
        {
            var moves = card.Status != status;
            card.Move(status, step, by);
            judged.Record(action, by, at);
            if (moves)
                past.Record(action, by, at);
        }
    }

    private static string GradeOf(decimal score) => score switch
    {
        >= 110 => "S",
        >= 100 => "A",
        >= 85 => "B",
        >= 60 => "C",
        _ => "D",
    };

    private async Task<IReadOnlyDictionary<ObjectiveId, decimal>> AttainmentsAsync(IReadOnlyList<ObjectiveId> objectives, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var found = new Dictionary<ObjectiveId, decimal>();
        foreach (var portion in objectives.Chunk(Portion))
        {
            foreach (var (id, attainment) in await mediator.Send(new AttainmentsOf(portion, WithinCommand: false), cancellationToken))
                found[id] = attainment;
        }
        return found;
    }

    /// <summary>Whose scorecard is written, of which cycle.</summary>
    private sealed record Place(DemoCompany Company, PastWriter Writer, DemoCycle Cycle, DemoPerson Owner, ScoringRule Rule)
    {
        public DemoPerson Leader => Owner.Superior ?? Company.People.First(p => p.EmployeeNumber == (Owner.EmployeeNumber == "E0005" ? "E0001" : "E0005"));

        public Guid IdAt(DateTimeOffset at, int ordinal) => Company.IdAt(at, Owner.Id.Value, (Cycle.Year * 100) + ordinal);
    }
}
