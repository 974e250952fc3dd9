using MediatR;
using Objectives.Contracts.Planning;
using Objectives.Platform.Requests;

namespace Objectives.ExecutionMonitoring.Features.Actuals;

/// <summary>The access rule of requests that record what was reached; it keeps what it has read for their handlers.</summary>
internal sealed class ReportingRule(IMediator mediator)
{
    private IReadOnlyDictionary<ObjectiveId, ReportingTerms>? _terms;

    /// <summary>Of the objectives that were asked for, without those that the caller may not read.</summary>
    public IReadOnlyDictionary<ObjectiveId, ReportingTerms> Terms => _terms ?? throw new InvalidOperationException("The request's rule has not been asked.");

    public async Task<Access> CheckAsync(IReadOnlyCollection<ObjectiveId> objectives, CancellationToken cancellationToken)
    {
        _terms = await mediator.Send(new ReportingTermsOf(objectives), cancellationToken);
        return _terms.Values.All(t => t.MayReport) ? Access.Granted : Access.Forbidden;
    }
}
