using Objectives.Contracts.Planning;
using Objectives.Planning.Features.Allocation;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;

namespace Objectives.Planning.Api;

internal static class AllocationApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Type<AllocationPreviewModel>("AllocationPreview").Reference("parent", "Objective", p => p.ParentId.Value);
        api.Type<AllocationPartModel>("AllocationPart")
            .Reference("recipient", p => (p.RecipientType, p.RecipientId))
            .Reference("owner", "Person", p => p.OwnerId?.Value)
            .Reference("objective", "Objective", p => p.ObjectiveId);
        api.Type<FactorContributionModel>("FactorContribution");
        api.Type<AllocationPayload>("ApplyAllocationPayload").References("objectives", "Objective", p => p.Objectives);
        api.Query("allocationPreview", call => call.Args.Input.To<PreviewAllocation.Query>());
        api.Mutation<ApplyAllocation.Command, IReadOnlyList<ObjectiveId>>(
            "applyAllocation", (ids, _) => Task.FromResult<object?>(new AllocationPayload([.. ids.Select(id => id.Value)], [])), errors => new AllocationPayload([], errors));
    }

    private sealed record AllocationPayload(IReadOnlyList<Guid> Objectives, IReadOnlyList<Error> UserErrors);
}
