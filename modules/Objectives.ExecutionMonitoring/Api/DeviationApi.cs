using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Features.Deviations;
using Objectives.ExecutionMonitoring.Features.Meetings;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;

namespace Objectives.ExecutionMonitoring.Api;

internal static class DeviationApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Reading<DeviationModel>("Deviation on an agenda", ids => new DeviationsById.Query(ids, OnAgenda: true));
        api.Entity<DeviationModel>("Deviation", ids => new DeviationsById.Query(ids))
            .Query("history", (d, call) => new HistoryOf.Query(d.Id, call.Page()))
            .Reference("objective", "Objective as ancestor", d => d.ObjectiveId.Value)
            .Reference("openedBy", "Person", d => d.OpenedById?.Value)
            .Batch<DeviationId, IReadOnlyList<EffectModel>>("impact", d => d.DeviationId, ids => new EffectsOf.Query(ids), [])
            .Batch<DeviationId, IReadOnlyList<SettlementModel>>("settlements", d => d.DeviationId, ids => new SettlementsOf.Query(ids), [])
            .BatchReference<SupervisorsOf.Key, PersonId>("supervisor", "Person", d => new(d.OwnerId, d.NamedSupervisorId), keys => new SupervisorsOf.Query(keys), p => p.Value)
            .BatchReferences<DeviationId, IReadOnlyList<UnitId>>("coordinatedUnits", "Unit", d => d.DeviationId, ids => new CoordinatedUnitsOf.Query(ids), units => units.Select(u => u.Value))
            .Batch<DeviationId, IReadOnlyList<DeviationAction>>("viewerMay", d => d.DeviationId, ids => new MayDoAbout.Query(ids), [])
            .Reference("meeting", "OfficeMeeting", d => d.MeetingId?.Value)
            .Reference("revision", "TargetRevision", d => d.RevisionId?.Value);
        api.Type<EffectModel>("ImpactEffect").Reference("objective", "Objective as ancestor", e => e.ObjectiveId.Value);
        api.Type<SettlementModel>("Settlement").Reference("by", "Person", s => s.ById.Value);
        api.Extend("Objective").Batch<ObjectiveId, IReadOnlyList<DeviationModel>>("deviations", o => new ObjectiveId(o.Id), ids => new DeviationsOf.Query(ids), []);
        api.Query("deviations", call => new ListDeviations.Query(call.Args.Get<CycleId>("cycleId"), call.Args.Get<ListDeviations.Filter>("filter"), call.Page()));
        api.Subscription("deviationOpened", DeviationNewsFeed.OpenedAsync);
        api.Subscription("deviationChanged", DeviationNewsFeed.ChangedAsync);
        api.Mutation<RaiseDeviation.Command, DeviationId>("raiseDeviation", "deviation");
        api.Mutation<RouteDeviation.Command, DeviationId>("routeDeviation", "deviation");
        api.Mutation<SettleDeviation.Command, DeviationId>("settleDeviation", "deviation");

        api.Entity<OfficeMeetingModel>("OfficeMeeting", ids => new OfficeMeetingsById.Query(ids))
            .Reference("unit", "Unit", m => m.UnitId.Value)
            .BatchReferences<OfficeMeetingId, IReadOnlyList<PersonId>>("attendees", "Person", m => m.MeetingId, ids => new AttendeesOf.Query(ids), people => people.Select(p => p.Value))
            .Batch<AgendaOf.Key, IReadOnlyList<DeviationModel>>("agenda", m => m.Agenda, keys => new AgendaOf.Query(keys), [])
            .Batch<OfficeMeetingId, IReadOnlyList<ResolutionModel>>("resolutions", m => m.MeetingId, ids => new ResolutionsOf.Query(ids), []);
        api.Entity<ResolutionModel>("Resolution", ids => new ResolutionsById.Query(ids))
            .Reference("deviation", "Deviation on an agenda", r => r.DeviationId.Value)
            .Reference("meeting", "OfficeMeeting", r => r.MeetingId.Value)
            .Reference("responsible", "Person", r => r.ResponsibleId.Value)
            .Batch<ResolutionId, bool>("viewerMayComplete", r => r.ResolutionId, ids => new MayComplete.Query(ids));
        api.Extend("Objective").Batch<ObjectiveId, IReadOnlyList<ResolutionModel>>("resolutions", o => new ObjectiveId(o.Id), ids => new ResolutionsAbout.Query(ids), []);
        api.Query("officeMeetings", call => call.Args.To<ListOfficeMeetings.Query>());
        api.Mutation<ScheduleOfficeMeeting.Command, OfficeMeetingId>("scheduleOfficeMeeting", "officeMeeting");
        api.Mutation<HoldOfficeMeeting.Command, OfficeMeetingId>("holdOfficeMeeting", "officeMeeting");
        api.Mutation<CompleteResolution.Command, OfficeMeetingId>("completeResolution", "officeMeeting");
    }
}
