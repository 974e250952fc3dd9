using FluentValidation;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Organization.Features.Units;
using Objectives.Platform.Data;
using Objectives.Platform.Import;
using Objectives.Platform.Requests;

namespace Objectives.Organization.Features.Import;

/// <summary>What this module's importers share.</summary>
internal abstract class OrganizationImporter<TRecord, TCommand>(OrganizationDb db, IValidator<TCommand> validator) : SavingImporter<TRecord, TCommand>(db, validator)
    where TRecord : Aggregate
    where TCommand : class
{
    protected OrganizationDb Organization => db;

    public override Task StartAsync(CancellationToken cancellationToken) => db.HoldStructureAsync(cancellationToken);

    /// <summary>A list of texts as the save commands take it, where it differs from the holder's: those that he has keep their ids.</summary>
    protected static Optional<IReadOnlyList<ResponsibilityInput>> Duties(ImportRow row, IEnumerable<Responsibility> existing)
    {
        if (row.Entries("responsibilities")?.Distinct().ToList() is not { } texts)
            return default;
        var standing = existing.OrderBy(r => r.Retired).ThenBy(r => r.Position).ToList();
        if (texts.SequenceEqual(standing.Where(r => !r.Retired).Select(r => r.Text)))
            return default;
        var ids = standing.DistinctBy(r => r.Text).ToDictionary(r => r.Text, r => r.Id);
        return new(texts.Select(text => new ResponsibilityInput(ids.TryGetValue(text, out var id) ? id : null, text)).ToList());
    }
}
