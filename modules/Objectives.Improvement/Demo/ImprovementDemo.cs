using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Improvement;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.Demo;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Improvement.Demo;

/// <summary>
/// Enters what the demo company learned from last year's lags: cases closed by what the figures showed, or accepted where they did not; and this year's, each at another step, so that every one of them can be tried.
/// </summary>
internal sealed class ImprovementDemo(IServiceScopeFactory scopes, IDbContextFactory<ImprovementDb> dbs) : IDemoSource
{
    /// <summary>Analysis, countermeasures compared, carried out, done.</summary>
    private const int Steps = 4;

    public int Order => 47;

    public async Task FillAsync(DemoCompany company, IDemoProgress progress, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallContext>().SignedIn = Caller.System;
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var deviations = await mediator.Send(new DeviationFactsOf([.. company.Lags.Select(l => l.Deviation)]), cancellationToken);
        var objectives = await mediator.Send(new ObjectiveFramesOf([.. company.Lags.Select(l => l.Objective).Distinct()]), cancellationToken);
        var months = (await mediator.Send(new MonthlyGapsOf([.. company.Lags.Select(l => l.Objective).Distinct()]), cancellationToken)).ToLookup(m => m.ObjectiveId, m => new MonthGap(m.Month, m.Target, m.Gap));
        var calendars = await mediator.Send(new CycleCalendars([.. company.Cycles.Select(c => c.Id)]), cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        await using var writer = new PastWriter(db);
        foreach (var (number, lag) in company.Lags.Index())
        {
            var isPast = lag.Cycle.Phase == DemoPhase.Closed;
            var story = new Story(writer, company, lag, deviations[lag.Deviation], objectives[lag.Objective], DemoLearning.All[number % DemoLearning.All.Count], calendars[lag.Cycle.Id], isPast);
            story.Analyse();
            var step = isPast ? Steps : number % Steps;
            if (step > 0)
                story.Compare();
            if (step > 1)
                story.Decide();
            if (step > 2)
                story.Finish();
            if (isPast)
                story.Verify(months[lag.Objective]);
            progress.Report("improvement cases", number + 1, company.Lags.Count);
        }
        await writer.FlushAsync(cancellationToken);
    }

    /// <summary>One case, told step by step: last year's over weeks, this year's within the hour in which its lag was noticed.</summary>
    private sealed class Story
    {
        private readonly DemoCompany _company;
        private readonly DemoLearning _learning;
        private readonly DemoPerson _owner;
        private readonly DemoPerson _superior;
        private readonly CycleCalendar _calendar;
        private readonly ImprovementCase _case;
        private readonly PastWriter.Past _past;
        private readonly bool _isPast;
        private DateTimeOffset _at;
        private int _ids;

        public Story(PastWriter writer, DemoCompany company, DemoLag lag, DeviationFacts deviation, ObjectiveFrame objective, DemoLearning learning, CycleCalendar calendar, bool isPast)
        {
            (_company, _learning, _owner, _superior, _calendar, _isPast, _at) = (company, learning, lag.Owner, lag.Owner.Superior!, calendar, isPast, lag.OpenedAt);
            Pass(days: 3);
            var origin = new CaseOrigin(lag.Deviation, lag.Objective, lag.Cycle.Id, objective.MeasureId, objective.UnitId, objective.OwnerId, objective.Title, deviation.Description);
            _case = ImprovementCase.Open(origin, _owner.Id, _at, new(company.IdAt(_at, lag.Deviation.Value, 0)));
            _past = writer.Begin(_case);
            _past.Record("openImprovementCase", _owner.Id, _at);
        }

        public void Analyse()
        {
            CauseId? parent = null;
            foreach (var (category, text) in _learning.Whys)
                parent = AddCause(new(category, text, parent, null));
            AddCause(new(_learning.Aside.Category, _learning.Aside.Text, null, null));
        }

        public void Compare()
        {
            Pass(days: 2);
            _case.ConfirmRootCause(_case.Causes[_learning.Whys.Count - 1].Id, _learning.Evidence);
            _past.Record("confirmRootCause", _superior.Id, _at);
            Pass(days: 1);
            _case.SetCriteria([.. DemoLearning.Criteria.Select(c => new CriterionTerms(c.Name, c.Weight))], _ => new(NewId()));
            _past.Record("setCriteria", _owner.Id, _at, null, [.. _case.Criteria]);
            foreach (var measure in _learning.Measures)
            {
                Pass(days: 1);
                var scores = _case.Criteria.Zip(measure.Scores, (c, s) => new Score(c.Id, s)).ToList();
                _case.SaveCountermeasure(null, new(measure.Title, measure.Description, [_case.Causes[_learning.Whys.Count - 1].Id], new Cost(measure.Cost * 100, _company.Currency), scores), new(NewId()));
                _past.Record("saveCountermeasure", _owner.Id, _at, null, _case.Countermeasures[^1]);
            }
        }

        public void Decide()
        {
            Pass(days: 2);
            const string rationale = "总分最高，成本低，两周内可以推行（Best total, cheap, can begin within two weeks）";
            _case.Decide(_case.Countermeasures[0].Id, rationale, new(_owner.Id, Today.AddDays(30), 14), _superior.Id, Today, _at);
            _past.Record("decideCountermeasure", _superior.Id, _at, rationale);
            if (_isPast)
                Report("试点两组（Two crews try it）", "初见成效（First effects）", "推广到全组（All crews）", 40, days: 12);
        }

        public void Finish() => Report(_learning.Done, _learning.Effect, "列入班组例会检查（On the agenda of the team's meetings）", ImprovementCase.Done, days: 15);

        /// <summary>When three months have shown it; what they do not show the higher leader accepts.</summary>
        public void Verify(IEnumerable<MonthGap> months)
        {
            var completed = Today;
            _at = new(_case.VerifiableFrom!.Value.AddMonths(2).AddDays(4).ToDateTime(new(2, 0)), TimeSpan.Zero);
            var evidence = VerificationRule.Look(months, BusinessClock.DayOf(_case.OpenedAt, _calendar.TimeZone), completed, Today, _calendar.Tolerance);
            var (by, reason) = evidence.IsClosed == true ? (_superior, (string?)null) : (_superior.Superior!, "对策已落实，剩余差距来自市场需求（Done as decided; what is left comes from demand）");
            _case.Verify(evidence, reason is not null, reason, _learning.Lessons, by.Id, _at);
            _past.Record("verifyImprovement", by.Id, _at, reason, _case.Verifications[^1]);
        }

        private DateOnly Today => BusinessClock.DayOf(_at, _calendar.TimeZone);

        private CauseId AddCause(CauseTerms terms)
        {
            Pass(days: 1);
            var id = _case.SaveCause(null, terms, new(NewId())).Value;
            _past.Record("saveCause", _owner.Id, _at, null, _case.Causes[^1]);
            return id;
        }

        private void Report(string done, string effect, string next, int percent, int days)
        {
            Pass(days);
            _case.Report(new(done, effect, next, percent), _owner.Id, Today, _at, new(NewId()));
            _past.Record("fileImprovementReport", _owner.Id, _at, null, _case.Reports[^1]);
        }

        /// <summary>Nothing is younger than now: what was noticed today was worked on today.</summary>
        private void Pass(int days) => _at = _isPast ? _at.AddDays(days) : _at.AddMilliseconds(days);

        private Guid NewId() => _company.IdAt(_at, _case.Id.Value, ++_ids);
    }
}
