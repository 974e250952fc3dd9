using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.Planning.Domain;
using Objectives.Platform.Data;

namespace Objectives.Planning.Data;

internal sealed class CycleTable : IEntityTypeConfiguration<Cycle>
{
    public void Configure(EntityTypeBuilder<Cycle> builder)
    {
        builder.ToTable("cycles").HasKey(c => c.Id);
        builder.Ignore(c => c.TakesObjectives);
        builder.Property(c => c.Name).HasMaxLength(Cycle.MaxNameLength);
        builder.Property(c => c.CodePrefix).HasMaxLength(16);
        builder.Property(c => c.TimeZone).HasMaxLength(64).IsUnicode(false);
        builder.Property(c => c.ClosedMonths).HasMaxLength(CycleMonths.MaxLength).IsUnicode(false);
        builder.HasIndex(c => c.Name).IsUnique();
        builder.HasIndex(c => c.CodePrefix).IsUnique();
        builder.ComplexProperty(c => c.Policy);
    }
}

internal sealed class CycleTreeTable : IEntityTypeConfiguration<CycleTree>
{
    public void Configure(EntityTypeBuilder<CycleTree> builder)
    {
        builder.ToTable("cycle_trees").HasKey(t => t.CycleId);
        builder.HasOne<Cycle>().WithOne().HasForeignKey<CycleTree>(t => t.CycleId);
    }
}

internal sealed class MeasureTable : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.ToTable("measures").HasKey(m => m.Id);
        builder.Property(m => m.Code).HasMaxLength(Measure.MaxCodeLength).HasAnnotation(ModelConventions.Bytewise, true);
        builder.Property(m => m.Name).HasMaxLength(Measure.MaxNameLength);
        builder.Property(m => m.UnitOfMeasure).HasMaxLength(Measure.MaxUnitLength);
        builder.HasIndex(m => m.Code).IsUnique();
    }
}

internal sealed class StrategyElementTable : IEntityTypeConfiguration<StrategyElement>
{
    public void Configure(EntityTypeBuilder<StrategyElement> builder)
    {
        builder.ToTable("strategy_elements").HasKey(s => s.Id);
        builder.Property(s => s.Title).HasMaxLength(StrategyElement.MaxTitleLength);
        builder.Property(s => s.Description).HasMaxLength(StrategyElement.MaxDescriptionLength);
        builder.HasOne<StrategyElement>().WithMany().HasForeignKey(s => s.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Measure>().WithMany().HasForeignKey(s => s.MeasureId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ObjectiveTable : IEntityTypeConfiguration<Objective>
{
    public void Configure(EntityTypeBuilder<Objective> builder)
    {
        builder.ToTable("objectives").HasKey(o => o.ObjectiveId);
        builder.Property(o => o.ObjectiveId).HasColumnName("id");
        builder.Property(o => o.StateFrom).IsConcurrencyToken(); // An ancestor's move changes the path, not the version.
        ObjectiveColumns.Configure(builder);
        builder.HasIndex(o => o.Code).IsUnique();
        builder.HasIndex(o => new { o.CycleId, o.Path }).IsUnique();
        builder.HasIndex(o => o.ParentId);
        builder.HasIndex(o => new { o.OwnerId, o.CycleId });
        builder.HasIndex(o => new { o.UnitId, o.CycleId });
        builder.HasIndex(o => new { o.MeasureId, o.UnitId });
        builder.HasIndex(o => new { o.CycleId, o.Code });
        builder.HasIndex(o => new { o.CycleId, o.MeasureId, o.Code });
        builder.HasIndex(o => o.StrategyElementId);
        builder.HasOne<Cycle>().WithMany().HasForeignKey(o => o.CycleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Measure>().WithMany().HasForeignKey(o => o.MeasureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StrategyElement>().WithMany().HasForeignKey(o => o.StrategyElementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Objective>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ObjectiveVersionTable : IEntityTypeConfiguration<ObjectiveVersion>
{
    public void Configure(EntityTypeBuilder<ObjectiveVersion> builder)
    {
        builder.ToTable("objective_versions").HasKey(o => new { o.ObjectiveId, o.ValidFrom });
        ObjectiveColumns.Configure(builder);
        builder.HasIndex(o => new { o.CycleId, o.Path, o.ValidFrom });
        builder.HasIndex(o => new { o.ParentId, o.ValidFrom });
    }
}

internal static class ObjectiveColumns
{
    public static void Configure<T>(EntityTypeBuilder<T> builder)
        where T : class, IObjectiveState
    {
        builder.Property(o => o.Code).HasMaxLength(Objective.MaxCodeLength).HasAnnotation(ModelConventions.Bytewise, true);
        builder.Property(o => o.Title).HasMaxLength(Objective.MaxTitleLength);
        builder.Property(o => o.Description).HasMaxLength(Objective.MaxDescriptionLength);
        builder.Property(o => o.Contribution).HasMaxLength(Objective.MaxContributionLength);
        builder.Property(o => o.Phasing).HasMaxLength(PhasedMonths.MaxLength).IsUnicode(false);
        builder.Property(o => o.Path).HasMaxLength(TreePath.MaxLength).IsUnicode(false).HasAnnotation(ModelConventions.Bytewise, true);
    }
}

internal sealed class CommentTable : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("comments").HasKey(c => c.Id);
        builder.Property(c => c.Text).HasMaxLength(Comment.MaxTextLength);
        builder.HasIndex(c => new { c.SubjectId, c.At });
        builder.HasOne<Objective>().WithMany().HasForeignKey(c => c.SubjectId).OnDelete(DeleteBehavior.Restrict);
    }
}
