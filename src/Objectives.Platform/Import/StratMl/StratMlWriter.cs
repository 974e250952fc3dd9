using System.Globalization;
using System.Text;
using System.Xml;
using Objectives.Platform.Import.Files;
using Objectives.Platform.Numbers;

namespace Objectives.Platform.Import.StratMl;

/// <summary>Writes a performance report in StratML part 2 (ISO 17469) as its entries come, each after the one that it stands under. The standard knows two levels alone: what stands deeper says what it is narrower than.</summary>
public sealed class StratMlWriter(Stream output, StratMlWriter.Report report) : IAsyncDisposable
{
    private const string Namespace = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport";
    private const string Prefix = "O-";

    private readonly XmlWriter _xml = XmlWriter.Create(output, new() { Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, CloseOutput = false, WriteEndDocumentOnClose = false });
    private bool _isGoalOpen;

    /// <summary>The objective that an Identifier names, where this program wrote it; null of any other.</summary>
    public static Guid? ReadId(string? identifier)
        => identifier?.StartsWith(Prefix, StringComparison.Ordinal) == true && Guid.TryParseExact(identifier[Prefix.Length..], "N", out var id) ? id : null;

    public async Task StartAsync()
    {
        await _xml.WriteStartElementAsync(null, "PerformancePlanOrReport", Namespace);
        await _xml.WriteAttributeStringAsync(null, "Type", null, "Performance_Report");
        await TextAsync("Name", report.Name);
        await OpenAsync("StrategicPlanCore");
        if (report.Company is null)
            return;
        await OpenAsync("Organization");
        await TextAsync("Name", report.Company);
        await CloseAsync();
    }

    public async Task AddAsync(Entry entry)
    {
        if (entry.Parent is null)
            await StartGoalAsync(entry);
        await OpenAsync("Objective");
        await HeadAsync(entry, IdOf(entry.Id));
        await IndicatorAsync(entry);
        await CloseAsync();
    }

    public Task FlushAsync() => _xml.FlushAsync();

    public async Task EndAsync()
    {
        if (_isGoalOpen)
            await CloseAsync();
        await CloseAsync();
        await OpenAsync("AdministrativeInformation");
        await TextAsync("StartDate", Day(report.Start));
        await TextAsync("EndDate", Day(report.Last));
        await TextAsync("PublicationDate", Day(report.Published));
        await CloseAsync();
        await CloseAsync();
        await FlushAsync();
    }

    /// <summary>What was not ended stays open: nobody takes it for the whole.</summary>
    public ValueTask DisposeAsync() => _xml.DisposeAsync();

    private async Task StartGoalAsync(Entry entry)
    {
        if (_isGoalOpen)
            await CloseAsync();
        _isGoalOpen = true;
        await OpenAsync("Goal");
        await HeadAsync(entry, GoalIdOf(entry.Id));
    }

    private async Task HeadAsync(Entry entry, string id)
    {
        await TextAsync("Name", entry.Title);
        await TextAsync("Description", entry.Description);
        await TextAsync("Identifier", id);
        await TextAsync("SequenceIndicator", entry.Code);
        if (entry.Owner is null)
            return;
        await OpenAsync("Stakeholder");
        await _xml.WriteAttributeStringAsync(null, "StakeholderTypeType", null, "Person");
        await TextAsync("Name", entry.Owner);
        await OpenAsync("Role");
        await TextAsync("Name", "Owner");
        await TextAsync("RoleType", "Performer");
        await CloseAsync();
        await CloseAsync();
    }

    private async Task IndicatorAsync(Entry entry)
    {
        await OpenAsync("PerformanceIndicator");
        await _xml.WriteAttributeStringAsync(null, "PerformanceIndicatorType", null, "Quantitative");
        await TextAsync("MeasurementDimension", entry.Measure);
        await TextAsync("UnitOfMeasurement", entry.UnitOfMeasure);
        await OpenAsync("Relationship");
        await _xml.WriteAttributeStringAsync(null, "RelationshipType", null, entry.Parent is null ? StratMlRelations.Same : StratMlRelations.Below);
        await TextAsync("ReferentIdentifier", entry.Parent is { } parent ? IdOf(parent) : GoalIdOf(entry.Id));
        await CloseAsync();
        await OpenAsync("MeasurementInstance");
        await ResultAsync("TargetResult", new(report.Start, report.Last, entry.Target, null));
        foreach (var actual in entry.Actuals)
            await ResultAsync("ActualResult", actual);
        await CloseAsync();
        await CloseAsync();
    }

    private async Task ResultAsync(string name, Result result)
    {
        await OpenAsync(name);
        await TextAsync("StartDate", Day(result.Start));
        await TextAsync("EndDate", Day(result.Last));
        await TextAsync("NumberOfUnits", Quantity.Format(result.Value));
        if (result.Note is { } note)
            await TextAsync("Description", note);
        await CloseAsync();
    }

    private Task OpenAsync(string name) => _xml.WriteStartElementAsync(null, name, Namespace);

    private Task CloseAsync() => _xml.WriteEndElementAsync();

    private Task TextAsync(string name, string text) => _xml.WriteElementStringAsync(null, name, Namespace, XmlCharacters.Only(text));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string IdOf(Guid id) => Prefix + id.ToString("N");

    private static string GoalIdOf(Guid id) => $"G-{id:N}";

    /// <param name="Start">Of what it reports, with <paramref name="Last"/> the last day.</param>
    public sealed record Report(string Name, string? Company, DateOnly Start, DateOnly Last, DateOnly Published);

    /// <param name="Parent">Null of a goal.</param>
    public sealed record Entry(Guid Id, Guid? Parent, string Code, string Title, string Description, string? Owner, string Measure, string UnitOfMeasure, decimal Target, IReadOnlyList<Result> Actuals);

    public readonly record struct Result(DateOnly Start, DateOnly Last, decimal Value, string? Note);
}
