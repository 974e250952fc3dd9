using MediatR;
using Objectives.Contracts.Planning;
using Objectives.Platform.Requests;

namespace Objectives.ExecutionMonitoring.Features.Actuals;

/// <summary>Whether the caller can now record what was reached of objectives, or correct it.</summary>
internal static class MayReport
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveId> Ids) : IQuery<IReadOnlyDictionary<ObjectiveId, bool>>;

    public sealed class Handler(IMediator mediator) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveId, bool>>
    {
        public async Task<IReadOnlyDictionary<ObjectiveId, bool>> Handle(Query request, CancellationToken cancellationToken)
            => (await mediator.Send(new ReportingTermsOf(request.Ids), cancellationToken)).ToDictionary(t => t.Key, t => t.Value.MayReport && t.Value.IsOpen);
    }
}
