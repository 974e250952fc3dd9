using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Negotiation;

/// <param name="Steps">What the caller may do now.</param>
/// <param name="Target">On the table.</param>
/// <param name="RejectedBy">Who rejected it last, so that the other side is to propose another; null where that was not the last word.</param>
internal sealed record NegotiationStateModel(
    NegotiationSide? ViewerSide, IReadOnlyList<NegotiationKind> Steps, SettingApproach Approach, bool ContextShared, decimal Target, bool OwnerStands, bool LeaderStands, NegotiationSide? RejectedBy, PersonId? LeaderId, IReadOnlyList<MissingSignatureModel> MissingSignatures);

internal sealed record MissingSignatureModel(SignatureRole Role, PersonId? ById);

/// <summary>How the negotiations stand: what is on the table, who stands by it, who has still to sign. For those who may read the negotiation.</summary>
internal static class NegotiationStatesOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveId> Ids) : IQuery<IReadOnlyDictionary<ObjectiveId, NegotiationStateModel?>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access, NegotiationParties parties, IMediator mediator) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveId, NegotiationStateModel?>>
    {
        public async Task<IReadOnlyDictionary<ObjectiveId, NegotiationStateModel?>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var objectives = await db.Objectives.AsNoTracking().Where(o => request.Ids.Contains(o.ObjectiveId)).Where(sight.MayReadNegotiation<Objective>()).ToListAsync(cancellationToken);
            var ids = objectives.ConvertAll(o => o.ObjectiveId);
            var cycles = objectives.Select(o => o.CycleId).Distinct().ToList();
            var who = await parties.OfAsync(objectives.ConvertAll(ObjectivePlace.Of), cancellationToken);
            var lines = await mediator.Send(new UnitsAbove([.. objectives.Select(o => o.UnitId)]), cancellationToken);
            var entries = (await db.NegotiationEntries.AsNoTracking().Where(e => ids.Contains(e.ObjectiveId)).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(cancellationToken)).ToLookup(e => e.ObjectiveId);
            var signed = (await db.Signatures.Where(s => ids.Contains(s.ObjectiveId) && s.VoidedAt == null).Select(s => new { s.ObjectiveId, s.Role, s.ById }).ToListAsync(cancellationToken)).ToLookup(s => s.ObjectiveId);
            var cyclesById = await db.Cycles.AsNoTracking().Where(c => cycles.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
            var approaches = (await db.UnitApproaches.AsNoTracking().Where(a => cycles.Contains(a.CycleId)).ToListAsync(cancellationToken)).ToLookup(a => a.CycleId);
            return objectives.ToDictionary(o => o.ObjectiveId, o =>
            {
                var (party, approach) = (who[o.ObjectiveId], UnitApproach.Nearest(approaches[o.CycleId].ToDictionary(a => a.UnitId, a => a.Approach), lines.GetValueOrDefault(o.UnitId) ?? []));
                var negotiation = new Domain.Negotiation(o, SignedContent.TermsHashOf(o), [.. entries[o.ObjectiveId]], approach, party.LeaderId);
                var isSettled = o.Status is ObjectiveStatus.Agreed or ObjectiveStatus.Committed;
                return (NegotiationStateModel?)new NegotiationStateModel(
                    party.CallersSide, party.CallersSide is { } side ? [.. negotiation.Steps(side, cyclesById[o.CycleId])] : [], approach, negotiation.IsContextShared, isSettled ? o.Target : negotiation.OnTheTable, isSettled || negotiation.Stands(NegotiationSide.Owner),
                    isSettled || negotiation.Stands(NegotiationSide.Leader), isSettled ? null : negotiation.RejectedBy, party.LeaderId,
                    [.. party.Signatories.Missing([.. signed[o.ObjectiveId].Select(s => (s.Role, s.ById))]).Select(m => new MissingSignatureModel(m.Role, m.By))]);
            });
        }
    }
}
