using Objectives.Contracts.Planning;
using Objectives.Platform.Results;

namespace Objectives.ExecutionMonitoring.Features.Control;

internal static class ControlRule
{
    /// <summary>It was not withdrawn, and its cycle is in execution or appraisal.</summary>
    public static Error? CheckOpen(ReportingTerms terms, string field) => terms.IsOpen
        ? null
        : new(ErrorCode.ForbiddenByState, new(
            $"{terms.Code} is not controlled: it was withdrawn, or its cycle is not in execution or appraisal.", $"{terms.Code} 不能控制进度：目标已撤回，或周期不在执行或考核阶段。"), field);
}
