using Objectives.Planning.Domain;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Calibration;

/// <param name="Method">How the figures were found, in words.</param>
internal sealed record CalibrationModel(
    CalibrationVerdict Verdict, decimal? Expected, decimal? Low, decimal? High, double? Percentile, IReadOnlyList<PeriodValueModel> History, Text Method)
{
    /// <summary>Of an objective that the caller knows as an ancestor only.</summary>
    public static readonly CalibrationModel NotShown = None([], new("Shown to those who may read the whole objective.", "仅对可查看该目标全部内容的人显示。"));

    public static readonly CalibrationModel OfMilestone = None([], new("A milestone is a project of its own: the past of others says nothing of it.", "里程碑各不相同，不与历史比较。"));

    public static CalibrationModel None(IReadOnlyList<PeriodValueModel> history, Text method) => new(CalibrationVerdict.NoHistory, null, null, null, null, history, method);
}
