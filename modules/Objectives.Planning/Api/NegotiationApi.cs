using Objectives.Contracts.Planning;
using Objectives.Planning.Features.Negotiation;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.GraphQl;

namespace Objectives.Planning.Api;

internal static class NegotiationApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Entity<NegotiationEntryModel>("NegotiationEntry", ids => new NegotiationEntriesById.Query(ids)).Reference("by", "Person", e => e.ById.Value);
        api.Entity<AuthorityGrantModel>("AuthorityGrant", ids => new AuthorityGrantsById.Query(ids))
            .Reference("by", "Person", g => g.ById.Value)
            .Reference("to", "Person", g => g.ToId.Value);
        api.Type<SignatureModel>("Signature").Reference("by", "Person", s => s.ById.Value);
        api.Type<NegotiationStateModel>("NegotiationState").Reference("leader", "Person", s => s.LeaderId?.Value);
        api.Type<MissingSignatureModel>("MissingSignature").Reference("by", "Person", s => s.ById?.Value);
        api.Mutation<Negotiate.Command, ObjectiveId>("negotiate", "objective");
        api.Mutation<GrantAuthority.Command, ObjectiveId>("grantAuthority", "objective");
        api.Mutation<SignCommitment.Command, ObjectiveId>("signCommitment", "objective");
        api.Removable("AuthorityGrant", (id, version, reason) => new RemoveAuthority.Command(new(id), version, reason));
    }

    public static TypeBinder<ObjectiveModel> Negotiation(this TypeBinder<ObjectiveModel> objective) => objective
        .Batch<ObjectiveAt, IReadOnlyList<NegotiationEntryModel>>("negotiation", o => o.At, keys => new NegotiationsOf.Query(keys), [])
        .Batch<ObjectiveId, NegotiationStateModel?>("negotiationState", o => o.ObjectiveId, ids => new NegotiationStatesOf.Query(ids))
        .Batch<ObjectiveAt, IReadOnlyList<AuthorityGrantModel>>("authorityGrants", o => o.At, keys => new AuthorityGrantsOf.Query(keys), [])
        .Batch<ObjectiveAt, IReadOnlyList<SignatureModel>>("signatures", o => o.At, keys => new SignaturesOf.Query(keys), [])
        .Batch<ObjectiveAt, string>("contentHash", o => o.At, keys => new ContentHashesOf.Query(keys));
}
