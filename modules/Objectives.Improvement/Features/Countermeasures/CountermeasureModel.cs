using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Improvement;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Improvement.Features.Countermeasures;

internal sealed record CriterionModel(Guid Id, ImprovementCaseId CaseId, string Name, int Points, int Ordinal) : IEntityModel
{
    public static readonly Expression<Func<Criterion, CriterionModel>> Of = c => new((Guid)(object)c.Id, c.CaseId, c.Name, c.Weight, c.Ordinal);

    public decimal Weight => Points / 100m;
}

internal sealed record ScoreModel(string CriterionId, int Score);

/// <param name="Shares">Of all of its case's countermeasures; see <see cref="Comparison.WinsFrom"/>.</param>
internal sealed record CountermeasureModel(Countermeasure Measure, IReadOnlyList<Criterion> Criteria, Lazy<IReadOnlyDictionary<CountermeasureId, double>> Shares) : IEntityModel
{
    public Guid Id => Measure.Id.Value;

    public string Title => Measure.Title;

    public string Description => Measure.Description;

    public IReadOnlyList<string> Addresses => [.. Measure.Addresses.Select(a => GlobalId.Encode("Cause", a.Value))];

    public MoneyModel? Cost => Measure is { CostMinor: { } minor, CostCurrency: { } currency } ? new(new Cost(minor, currency).Amount, currency) : null;

    public IReadOnlyList<ScoreModel> Scores => [.. Measure.Scores.Select(s => new ScoreModel(GlobalId.Encode("Criterion", s.CriterionId.Value), s.Value))];

    public bool Scored => Criteria.Count > 0 && Measure.Scores.Count == Criteria.Count;

    public decimal Total => Comparison.TotalOf(Criteria, Measure.Scores);

    public double WinsFrom => Shares.Value[Measure.Id];
}

internal static class CriteriaById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, CriterionModel>>;

    public sealed class Handler(IDbContextFactory<ImprovementDb> dbs, CaseSight sight) : IQueryHandler<Query, IReadOnlyDictionary<Guid, CriterionModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, CriterionModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new CriterionId(id)).ToList();
            var readable = db.Cases.Where(await sight.MayReadAsync(cancellationToken));
            return await db.Criteria.Where(x => EF.Parameter(ids).Contains(x.Id) && readable.Any(c => c.Id == x.CaseId)).Select(CriterionModel.Of).ToDictionaryAsync(c => c.Id, cancellationToken);
        }
    }
}

/// <summary>In the order given; of cases that the caller has been given.</summary>
internal static class CriteriaOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ImprovementCaseId> Ids) : IQuery<IReadOnlyDictionary<ImprovementCaseId, IReadOnlyList<CriterionModel>>>;

    public sealed class Handler(IDbContextFactory<ImprovementDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<ImprovementCaseId, IReadOnlyList<CriterionModel>>>
    {
        public async Task<IReadOnlyDictionary<ImprovementCaseId, IReadOnlyList<CriterionModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var found = await db.Criteria.Where(c => EF.Parameter(request.Ids).Contains(c.CaseId)).Select(CriterionModel.Of).ToListAsync(cancellationToken);
            return found.GroupBy(c => c.CaseId).ToDictionary(g => g.Key, g => (IReadOnlyList<CriterionModel>)[.. g.OrderBy(c => c.Ordinal)]);
        }
    }
}

internal static class CountermeasuresById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, CountermeasureModel>>;

    public sealed class Handler(IDbContextFactory<ImprovementDb> dbs, CaseSight sight) : IQueryHandler<Query, IReadOnlyDictionary<Guid, CountermeasureModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, CountermeasureModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new CountermeasureId(id)).ToList();
            var readable = db.Cases.Where(await sight.MayReadAsync(cancellationToken));
            var cases = await db.Countermeasures.Where(x => EF.Parameter(ids).Contains(x.Id) && readable.Any(c => c.Id == x.CaseId)).Select(x => x.CaseId).Distinct().ToListAsync(cancellationToken);
            var found = await CountermeasuresOf.ReadAsync(db, cases, cancellationToken);
            return found.Values.SelectMany(m => m).Where(m => ids.Contains(m.Measure.Id)).ToDictionary(m => m.Id);
        }
    }
}

/// <summary>In the order in which they were found; of cases that the caller has been given.</summary>
internal static class CountermeasuresOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ImprovementCaseId> Ids) : IQuery<IReadOnlyDictionary<ImprovementCaseId, IReadOnlyList<CountermeasureModel>>>;

    public sealed class Handler(IDbContextFactory<ImprovementDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<ImprovementCaseId, IReadOnlyList<CountermeasureModel>>>
    {
        public async Task<IReadOnlyDictionary<ImprovementCaseId, IReadOnlyList<CountermeasureModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            return await ReadAsync(db, request.Ids, cancellationToken);
        }
    }

    public static async Task<IReadOnlyDictionary<ImprovementCaseId, IReadOnlyList<CountermeasureModel>>> ReadAsync(ImprovementDb db, IReadOnlyList<ImprovementCaseId> cases, CancellationToken cancellationToken)
    {
        if (cases.Count == 0)
            return new Dictionary<ImprovementCaseId, IReadOnlyList<CountermeasureModel>>();
        var criteria = (await db.Criteria.AsNoTracking().Where(c => EF.Parameter(cases).Contains(c.CaseId)).ToListAsync(cancellationToken)).OrderBy(c => c.Ordinal).ToLookup(c => c.CaseId);
        var measures = await db.Countermeasures.AsNoTracking().Where(m => EF.Parameter(cases).Contains(m.CaseId)).ToListAsync(cancellationToken);
        return measures.GroupBy(m => m.CaseId).ToDictionary(g => g.Key, g => Compared(g.Key, [.. criteria[g.Key]], [.. g.OrderBy(m => m.Ordinal)]));
    }

    private static IReadOnlyList<CountermeasureModel> Compared(ImprovementCaseId of, IReadOnlyList<Criterion> criteria, IReadOnlyList<Countermeasure> measures)
    {
        var shares = new Lazy<IReadOnlyDictionary<CountermeasureId, double>>(() => Comparison.WinsFrom(of.Value, criteria, [.. measures.Select(m => (m.Id, m.Scores))]));
        return [.. measures.Select(m => new CountermeasureModel(m, criteria, shares))];
    }
}
