using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;

namespace Objectives.Organization.Features.Units;

internal sealed class ReadUnitNames(IDbContextFactory<OrganizationDb> dbs) : IRequestHandler<UnitNames, IReadOnlyDictionary<UnitId, string>>
{
    public async Task<IReadOnlyDictionary<UnitId, string>> Handle(UnitNames request, CancellationToken cancellationToken)
    {
        if (request.Units.Count == 0)
            return new Dictionary<UnitId, string>();
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.Units.Where(u => EF.Parameter(request.Units).Contains(u.Id)).Select(u => new { u.Id, u.Name }).ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken);
    }
}
