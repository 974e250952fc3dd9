using Objectives.Contracts.Planning;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Setting;
using Objectives.Platform.GraphQl;

namespace Objectives.Planning.Api;

internal static class SettingApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Type<SettingProgressModel>("SettingProgress").Reference("unit", "Unit", p => p.UnitId.Value);
        api.Type<SettingStep>("SettingStep");
        api.Type<OpenSubject>("OpenSubject").Reference("subject", o => (o.SubjectType, o.SubjectId));
        api.Mutation<SetSettingApproach.Command, CycleId>("setSettingApproach", "cycle");
    }
}
