using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Objectives.Development.Domain.Levels;
using Objectives.Platform.Data;

namespace Objectives.Development.Data;

internal sealed class CompetencyTable : IEntityTypeConfiguration<Competency>
{
    public void Configure(EntityTypeBuilder<Competency> builder)
    {
        builder.ToTable("competencies").HasKey(c => c.Id);
        builder.Property(c => c.Code).HasMaxLength(Competency.MaxCodeLength).HasAnnotation(ModelConventions.Bytewise, true);
        builder.Property(c => c.Name).HasMaxLength(Competency.MaxNameLength);
        builder.Property(c => c.Levels).HasConversion(new Names(), new SameNames());
        builder.HasIndex(c => c.Code).IsUnique();
    }

    /// <summary>A list of names as one text, the same on every database.</summary>
    private sealed class Names() : ValueConverter<IReadOnlyList<string>, string>(names => Write(names), text => Read(text))
    {
        private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        private static string Write(IReadOnlyList<string> names) => JsonSerializer.Serialize(names, Readable);

        private static IReadOnlyList<string> Read(string text) => JsonSerializer.Deserialize<List<string>>(text)!;
    }

    private sealed class SameNames() : ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), names => names.Count, names => names);
}

internal sealed class AssessmentTable : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.ToTable("assessments").HasKey(a => a.Id);
        builder.Property(a => a.Evidence).HasMaxLength(Assessment.MaxEvidenceLength);
        builder.HasIndex(a => new { a.PersonId, a.CompetencyId });
        builder.HasIndex(a => a.CompetencyId);
        builder.HasOne<Competency>().WithMany().HasForeignKey(a => a.CompetencyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ObjectiveNeedsTable : IEntityTypeConfiguration<ObjectiveNeeds>
{
    public void Configure(EntityTypeBuilder<ObjectiveNeeds> builder)
    {
        builder.ToTable("objective_needs").HasKey(n => n.Id);
        builder.HasIndex(n => n.ObjectiveId).IsUnique();
        builder.HasIndex(n => n.CycleId);
    }
}

internal sealed class NeededCompetencyTable : IEntityTypeConfiguration<NeededCompetency>
{
    public void Configure(EntityTypeBuilder<NeededCompetency> builder)
    {
        builder.ToTable("needed_competencies").HasKey(n => n.Id);
        builder.HasIndex(n => new { n.ObjectiveId, n.CompetencyId }).IsUnique();
        builder.HasIndex(n => n.NeedsId);
        builder.HasIndex(n => new { n.CompetencyId, n.CycleId });
        builder.HasOne<ObjectiveNeeds>().WithMany().HasForeignKey(n => n.NeedsId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Competency>().WithMany().HasForeignKey(n => n.CompetencyId).OnDelete(DeleteBehavior.Restrict);
    }
}
