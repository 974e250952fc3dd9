using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain;
using Objectives.PerformanceLinkage.Domain.Recognitions;
using Objectives.PerformanceLinkage.Features.Readings;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.PerformanceLinkage.Features.Recognitions;

/// <param name="AmountMinor">Null also where the caller may not know it.</param>
internal sealed record RecognitionModel(Guid Id, PersonId ToId, PersonId ById, DateTimeOffset At, RecognitionKind Kind, string Text, ObjectiveId? ObjectiveId, DevelopmentItemId? DevelopmentItemId, long? AmountMinor, string? Currency)
    : IEntityModel
{
    public MoneyModel? Amount => AmountMinor is { } minor ? new(new Money(minor, Currency!).Amount, Currency!) : null;
}

internal static class RecognitionReading
{
    public static IQueryable<RecognitionModel> ToModels(this IQueryable<Recognition> recognitions)
        => recognitions.Select(r => new RecognitionModel((Guid)(object)r.Id, r.ToId, r.ById, r.At, r.Kind, r.Text, r.ObjectiveId, r.DevelopmentItemId, r.AmountMinor, r.Currency));
}

/// <summary>
/// Recognition is for all to see, but what was paid with it only for who got it, who gave it, those above him, and HR; auditors see it too, and it is logged.
/// </summary>
internal sealed class RecognitionSight(IMediator mediator, CallContext call, ReadingLog log)
{
    private Task<Sight>? _sight;

    public async Task<IReadOnlyList<RecognitionModel>> ShownAsync(IReadOnlyList<RecognitionModel> found, CancellationToken cancellationToken)
    {
        if (!found.Any(r => r.AmountMinor is not null))
            return found;
        var caller = call.Caller;
        var below = await BelowAsync(cancellationToken);
        await log.KeepAsync("Recognition", found.Where(r => r.AmountMinor is not null && !IsParty(r, caller.Id)).Select(r => r.Id), cancellationToken);
        return [.. found.Select(r => r.AmountMinor is null || caller.IsSystem || caller.Is(Role.Hr, Role.Auditor) || IsParty(r, caller.Id) || below.Contains(r.ToId) ? r : r with { AmountMinor = null, Currency = null })];
    }

    /// <summary>Whether the caller stands above a person.</summary>
    public async Task<bool> IsAboveAsync(PersonId person, CancellationToken cancellationToken) => (await BelowAsync(cancellationToken)).Contains(person);

    private static bool IsParty(RecognitionModel recognition, PersonId person) => recognition.ToId == person || recognition.ById == person;

    private async Task<IReadOnlyList<PersonId>> BelowAsync(CancellationToken cancellationToken)
        => call.Caller.IsSystem ? [] : (await (_sight ??= mediator.Send(new SightOf(call.Caller.Id), cancellationToken))).SubordinateIds;
}

internal static class RecognitionsById
{
    /// <param name="InFull">Only those of which the caller may read all.</param>
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids, bool InFull = false) : IQuery<IReadOnlyDictionary<Guid, RecognitionModel>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs, RecognitionSight sight) : IQueryHandler<Query, IReadOnlyDictionary<Guid, RecognitionModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, RecognitionModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new RecognitionId(id)).ToList();
            var found = await db.Recognitions.Where(r => EF.Parameter(ids).Contains(r.Id)).ToModels().ToListAsync(cancellationToken);
            var shown = await sight.ShownAsync(found, cancellationToken);
            return shown.Zip(found).Where(r => !request.InFull || r.First.AmountMinor == r.Second.AmountMinor).ToDictionary(r => r.First.Id, r => r.First);
        }
    }
}

/// <summary>What people were recognised for of what they were to do for their development (S5.4), the newest first.</summary>
internal static class EncouragementsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<DevelopmentItemId> Ids) : IQuery<IReadOnlyDictionary<DevelopmentItemId, IReadOnlyList<RecognitionModel>>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs, RecognitionSight sight) : IQueryHandler<Query, IReadOnlyDictionary<DevelopmentItemId, IReadOnlyList<RecognitionModel>>>
    {
        public async Task<IReadOnlyDictionary<DevelopmentItemId, IReadOnlyList<RecognitionModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var found = await db.Recognitions.Where(r => r.DevelopmentItemId != null && EF.Parameter(request.Ids).Contains(r.DevelopmentItemId.Value)).OrderByDescending(r => r.At).ThenByDescending(r => r.Id).ToModels().ToListAsync(cancellationToken);
            return (await sight.ShownAsync(found, cancellationToken)).GroupBy(r => r.DevelopmentItemId!.Value).ToDictionary(g => g.Key, g => (IReadOnlyList<RecognitionModel>)[.. g]);
        }
    }
}
