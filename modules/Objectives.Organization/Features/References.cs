using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features;

/// <summary>
/// Whether what an input refers to is there and active. What already stood may stay, even when it has been deactivated since. A record that the
/// context holds, as an import has read its batch's ahead, is not read again.
/// </summary>
internal static class References
{
    public static async Task<Error?> CheckUnitAsync(this OrganizationDb db, string field, UnitId? unit, UnitId? current, CancellationToken cancellationToken)
        => unit is null || unit == current ? null : Judge(field, (await db.Units.FindAsync([unit.Value], cancellationToken))?.Active);

    public static async Task<Error?> CheckPersonAsync(this OrganizationDb db, string field, PersonId? person, PersonId? current, CancellationToken cancellationToken)
        => person is null || person == current ? null : Judge(field, (await db.People.FindAsync([person.Value], cancellationToken))?.Active);

    public static async Task<Error?> CheckRegionAsync(this OrganizationDb db, string field, RegionId? region, RegionId? current, CancellationToken cancellationToken)
        => region is null || region == current ? null : Judge(field, (await db.Regions.FindAsync([region.Value], cancellationToken))?.Active);

    public static async Task<Error?> CheckPositionAsync(this OrganizationDb db, string field, PositionId? position, CancellationToken cancellationToken)
        => position is null || await db.Positions.FindAsync([position.Value], cancellationToken) is not null ? null : Error.NotFound(field);

    public static Error CodeTaken(string code) => new(ErrorCode.Duplicate, new($"The code {code.Trim()} is taken.", $"编码 {code.Trim()} 已被使用。"), "code");

    private static Error? Judge(string field, bool? active) => active switch
    {
        true => null,
        false => new Error(ErrorCode.ForbiddenByState, new("It is no longer active; choose another, or activate it first.", "该记录已停用，请选择其他记录或先启用。"), field),
        null => Error.NotFound(field),
    };
}
