using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Development.Data;

namespace Objectives.Development.Features.Plans;

internal sealed class ReadItemOwners(IDbContextFactory<DevelopmentDb> dbs) : IRequestHandler<DevelopmentItemOwners, IReadOnlyDictionary<DevelopmentItemId, PersonId>>
{
    public async Task<IReadOnlyDictionary<DevelopmentItemId, PersonId>> Handle(DevelopmentItemOwners request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.DevelopmentItems.Where(i => EF.Parameter(request.Ids).Contains(i.Id)).Select(i => new { i.Id, i.PersonId }).ToDictionaryAsync(i => i.Id, i => i.PersonId, cancellationToken);
    }
}
