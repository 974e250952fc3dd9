using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.Companies;

internal sealed record CompanyModel(string Name, string TimeZone, string Currency);

internal sealed record OrganizationPayload(CompanyModel? Organization, IReadOnlyList<Error> UserErrors);

/// <summary>Who is signed in.</summary>
internal sealed record ViewerModel(PersonId PersonId, IReadOnlyList<Role> Roles, Locale Locale, MailRhythm Mail);

internal sealed record ViewerPayload(ViewerModel? Viewer, IReadOnlyList<Error> UserErrors);

internal static class ReadCompany
{
    [AllowedToEveryone]
    public sealed record Query : IQuery<CompanyModel>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs) : IQueryHandler<Query, CompanyModel>
    {
        public async Task<CompanyModel> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            return await db.Companies.Select(c => new CompanyModel(c.Name, c.TimeZone, c.Currency)).SingleOrDefaultAsync(cancellationToken)
                ?? new(string.Empty, Company.DefaultTimeZone, Company.DefaultCurrency);
        }
    }
}

internal static class ReadViewer
{
    [AllowedToEveryone]
    public sealed record Query : IQuery<ViewerModel>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs, CallContext call) : IQueryHandler<Query, ViewerModel>
    {
        public async Task<ViewerModel> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var caller = call.Caller;
            var person = await db.People.Where(p => p.Id == caller.Id).Select(p => new { p.Locale, p.Mail }).SingleAsync(cancellationToken);
            return new(caller.Id, [.. caller.Roles.Order()], person.Locale, person.Mail);
        }
    }
}

internal sealed class CompanyTimeZoneHandler(IDbContextFactory<OrganizationDb> dbs) : IRequestHandler<CompanyTimeZone, string>
{
    public async Task<string> Handle(CompanyTimeZone request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.Companies.Select(c => c.TimeZone).SingleOrDefaultAsync(cancellationToken) ?? Company.DefaultTimeZone;
    }
}
