using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Objectives.Contracts.Improvement;
using Objectives.Improvement.Domain;
using Objectives.Platform.Time;

namespace Objectives.Improvement.Data;

internal sealed class ImprovementCaseTable : IEntityTypeConfiguration<ImprovementCase>
{
    public void Configure(EntityTypeBuilder<ImprovementCase> builder)
    {
        builder.ToTable("cases").HasKey(c => c.Id);
        builder.Property(c => c.Title).HasMaxLength(ImprovementCase.MaxTextLength);
        builder.Property(c => c.Symptoms).HasMaxLength(ImprovementCase.MaxTextLength);
        builder.Property(c => c.Rationale).HasMaxLength(ImprovementCase.MaxTextLength);
        builder.Property(c => c.Lessons).HasMaxLength(ImprovementCase.MaxTextLength);
        builder.HasIndex(c => c.DeviationId).IsUnique();
        builder.HasIndex(c => c.ObjectiveId);
        builder.HasIndex(c => new { c.CycleId, c.Status });
        builder.HasIndex(c => new { c.Status, c.ResponsibleId });
        builder.HasIndex(c => new { c.Status, c.OwnerId });
        builder.HasIndex(c => new { c.Status, c.MeasureId, c.ClosedAt });
        builder.HasMany(c => c.Causes).WithOne().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Criteria).WithOne().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Countermeasures).WithOne().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Reports).WithOne().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Verifications).WithOne().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CauseTable : IEntityTypeConfiguration<Cause>
{
    public void Configure(EntityTypeBuilder<Cause> builder)
    {
        builder.ToTable("causes").HasKey(c => c.Id);
        builder.Ignore(c => c.Root);
        builder.Property(c => c.Text).HasMaxLength(ImprovementCase.MaxTextLength);
        builder.Property(c => c.Evidence).HasMaxLength(ImprovementCase.MaxTextLength);
        builder.HasIndex(c => c.CaseId);
    }
}

internal sealed class CriterionTable : IEntityTypeConfiguration<Criterion>
{
    public void Configure(EntityTypeBuilder<Criterion> builder)
    {
        builder.ToTable("criteria").HasKey(c => c.Id);
        builder.Ignore(c => c.Root);
        builder.Property(c => c.Name).HasMaxLength(ImprovementCase.MaxNameLength);
        builder.HasIndex(c => c.CaseId);
    }
}

internal sealed class CountermeasureTable : IEntityTypeConfiguration<Countermeasure>
{
    public void Configure(EntityTypeBuilder<Countermeasure> builder)
    {
        builder.ToTable("countermeasures").HasKey(m => m.Id);
        builder.Ignore(m => m.Root);
        builder.Property(m => m.Title).HasMaxLength(ImprovementCase.MaxNameLength);
        builder.Property(m => m.Description).HasMaxLength(ImprovementCase.MaxTextLength);
        builder.Property(m => m.CostCurrency).HasMaxLength(Cost.CurrencyLength).IsUnicode(false);
        builder.Property(m => m.Addresses).HasConversion(new ManyIds(), new Same<CauseId>()).IsUnicode(false);
        builder.Property(m => m.Scores).HasConversion(new ManyScores(), new Same<Score>()).IsUnicode(false);
        builder.HasIndex(m => m.CaseId);
    }

    private sealed class ManyIds() : ValueConverter<IReadOnlyList<CauseId>, string>(ids => Write(ids), text => Read(text))
    {
        private static string Write(IReadOnlyList<CauseId> ids) => JsonSerializer.Serialize(ids.Select(i => i.Value));

        private static IReadOnlyList<CauseId> Read(string text) => [.. JsonSerializer.Deserialize<List<Guid>>(text)!.Select(i => new CauseId(i))];
    }

    private sealed class ManyScores() : ValueConverter<IReadOnlyList<Score>, string>(scores => Write(scores), text => Read(text))
    {
        private static string Write(IReadOnlyList<Score> scores) => JsonSerializer.Serialize(scores.ToDictionary(s => s.CriterionId.Value, s => s.Value));

        private static IReadOnlyList<Score> Read(string text) => [.. JsonSerializer.Deserialize<Dictionary<Guid, int>>(text)!.Select(s => new Score(new(s.Key), s.Value))];
    }
}

internal sealed class ImprovementReportTable : IEntityTypeConfiguration<ImprovementReport>
{
    public void Configure(EntityTypeBuilder<ImprovementReport> builder)
    {
        builder.ToTable("reports").HasKey(r => r.Id);
        builder.Ignore(r => r.Root);
        builder.Property(r => r.Done).HasMaxLength(ImprovementCase.MaxTextLength);
        builder.Property(r => r.Effect).HasMaxLength(ImprovementCase.MaxTextLength);
        builder.Property(r => r.Next).HasMaxLength(ImprovementCase.MaxTextLength);
        builder.HasIndex(r => new { r.CaseId, r.At });
    }
}

internal sealed class VerificationTable : IEntityTypeConfiguration<Verification>
{
    public void Configure(EntityTypeBuilder<Verification> builder)
    {
        builder.ToTable("verifications").HasKey(v => v.Id);
        builder.Ignore(v => v.Root);
        builder.Property(v => v.Reason).HasMaxLength(ImprovementCase.MaxTextLength);
        builder.Property(v => v.Periods).HasConversion(new ManyPeriods(), new Same<Period>()).HasMaxLength(32 * VerificationRule.MostMonths).IsUnicode(false);
        builder.HasIndex(v => new { v.CaseId, v.At });
    }

    private sealed class ManyPeriods() : ValueConverter<IReadOnlyList<Period>, string>(periods => string.Join(' ', periods), text => Read(text))
    {
        private static IReadOnlyList<Period> Read(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(One)];

        private static Period One(string text) => Period.TryParse(text, out var period) ? period : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"Not a period: {text}"));
    }
}

internal sealed class Same<T>() : ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list);
