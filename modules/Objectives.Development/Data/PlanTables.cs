using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.Development.Domain.Courses;
using Objectives.Development.Domain.Levels;
using Objectives.Development.Domain.Plans;
using Objectives.Development.Domain.Readying;

namespace Objectives.Development.Data;

internal sealed class DevelopmentPlanTable : IEntityTypeConfiguration<DevelopmentPlan>
{
    public void Configure(EntityTypeBuilder<DevelopmentPlan> builder)
    {
        builder.ToTable("plans").HasKey(p => p.Id);
        builder.HasIndex(p => new { p.PersonId, p.CycleId }).IsUnique();
        builder.HasIndex(p => p.CycleId);
    }
}

internal sealed class DevelopmentItemTable : IEntityTypeConfiguration<DevelopmentItem>
{
    public void Configure(EntityTypeBuilder<DevelopmentItem> builder)
    {
        builder.ToTable("plan_items").HasKey(i => i.Id);
        builder.Property(i => i.Title).HasMaxLength(DevelopmentItem.MaxTitleLength);
        builder.Property(i => i.Result).HasMaxLength(DevelopmentItem.MaxResultLength);
        builder.Ignore(i => i.IsOpen);
        builder.HasIndex(i => i.PlanId);
        builder.HasIndex(i => new { i.PersonId, i.CompetencyId });
        builder.HasIndex(i => new { i.Status, i.Due });
        builder.HasOne<DevelopmentPlan>().WithMany().HasForeignKey(i => i.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Course>().WithMany().HasForeignKey(i => i.CourseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Competency>().WithMany().HasForeignKey(i => i.CompetencyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReadinessTable : IEntityTypeConfiguration<Readiness>
{
    public void Configure(EntityTypeBuilder<Readiness> builder)
    {
        builder.ToTable("readiness").HasKey(r => r.Id);
        builder.Property(r => r.Evidence).HasMaxLength(Readiness.MaxTextLength);
        builder.Property(r => r.WaiverReason).HasMaxLength(Readiness.MaxTextLength);
        builder.HasIndex(r => r.PersonId).IsUnique();
    }
}
