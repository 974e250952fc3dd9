using MediatR;
using Objectives.Contracts.Organization;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Improvement.Features.Health;

/// <summary>Whose program health a caller may see (S5.7): whoever leads the unit or one above it, executives, HR and auditors.</summary>
internal sealed class HealthSight(IMediator mediator, CallContext call)
{
    public bool SeesAll => call.Caller.Is(Role.Executive, Role.Hr, Role.Auditor);

    /// <summary>The unit, with whether it is the company.</summary>
    public async Task<(UnitId Unit, bool IsCompany)> FindAsync(UnitId? asked, CancellationToken cancellationToken)
    {
        var root = await mediator.Send(new RootUnit(), cancellationToken);
        if ((asked ?? root) is not { } unit || !await MayReadAsync(unit, cancellationToken))
            throw new ApiException(ApiErrorCode.NotFound, new Text("There is no such unit, or you may not see its health.", "该单位不存在，或您无权查看其健康度。"));
        return (unit, unit == root);
    }

    private async Task<bool> MayReadAsync(UnitId unit, CancellationToken cancellationToken)
        => SeesAll ? (await mediator.Send(new UnitsAbove([unit]), cancellationToken)).ContainsKey(unit) : (await mediator.Send(new SightOf(call.Caller.Id), cancellationToken)).LedUnitIds.Contains(unit);
}
