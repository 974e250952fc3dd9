using Objectives.Platform.Results;

namespace Objectives.Improvement.Domain.Health;

/// <summary>What the source says that a cause of failure is met with (S5.7): its own words in Chinese.</summary>
internal static class Remedies
{
    public static Text Of(FailureCause cause) => cause switch
    {
        FailureCause.ExecutivesAbsent => new(
            "Management by objectives is one link of managing the company: tie it to vision, strategy, annual policy and annual plan. Leaders at every level take part in setting objectives, tell their people of their own objectives and plans, and follow up in time.",
            "目标管理只是公司整体经营管理体系的一环，必须结合企业愿景、策略规划、年度方针、年度计划和绩效管理；各级领导应共同参与目标设定，及时介绍自己制订的各项目标及工作计划，并及时跟进、指导目标执行。"),
        FailureCause.NoTrainingBeforehand => new(
            "When objectives are set, consider what people must be able to do to reach them, and whether they can by now. Where they cannot, plan their development and training, and encourage them, to strengthen ability and confidence.",
            "在设定目标时，必须考虑完成目标需具备什么样的资格条件，以及现有资格条件是否足以完成目标。如有不足，必须安排其才能发展和培训计划，并给予适当的鼓励，以增强其能力和信心。"),
        FailureCause.TargetsMischosen => new(
            "Set targets with reason: too high, people are frustrated and give up; too low, they miss challenge and achievement and feel underrated. Hold each against what its past lets one expect, and let those below settle it with those above.",
            "目标设定要合理：设定过高，容易造成成员的挫折感，甚至放弃；设定太低，成员觉得没有挑战性与成就感，甚至觉得能力被低估而产生不满。应参照过去实际绩效，由上下级共同商定。"),
        FailureCause.Slogans => new(
            "Once objectives are set, everyone must be resolved to reach them. Set control points in their execution, so that the state is known at any time; gather what was reached without pause, hold it against the target, and correct strategy, target or resources in time.",
            "目标一旦确立，全体成员必须全力以赴，下决心完成它。执行过程必须设置控制点，以便随时掌握目标达成状况；不断收集目标实际达成信息，将实际完成值与目标值进行比较，及时修正策略、目标或资源。"),
        FailureCause.LeaderMemberDiscord => new(
            "Objectives need consensus: set them from above and from below in turn, with leaders and members at every level. Superiors hear out what their people think of their objectives, and give the authority, guidance and help that they need.",
            "目标设定要有共识：由上而下与由下而上交互进行，各级领导和成员共同参与。上级人员应充分听取下属人员选定目标的想法和意见，给予必要的授权、指导和帮助，为下属人员完成目标提供条件。"),
        FailureCause.ImpressionAppraisal => new(
            "Tie management by objectives to appraisal: important objectives must be items of performance and be assessed, with incentives beside them. Appraise what was reached against the target, by what is on record.",
            "目标管理必须与绩效制度相结合，重要目标必须列入绩效项目加以考核，同时与激励制度相结合；以目标实际完成值与目标值的对比为考核依据，而不凭印象。"),
        FailureCause.NoEncouragement => new(
            "Let incentives take the place of penalties, in ways that suit people. Encourage while the work is being done, not only at its end, and mind the team as well as the individual.",
            "以激励代替处罚，采取更合适的人性化管理方法；在实施期间就给予适当的鼓励，并兼顾个人目标与团体目标，避免因个人过度竞争而损及团队合作。"),
        _ => new(
            "Let members control and review themselves how far they have come, so that they feel responsible; ask only for what steers the objective, and take figures from where they are kept instead of having them written again.",
            "对工作的进度及达成的程度采取自我控制及自我检讨的方式，以建立成员的责任心；只收集有助于达成目标的信息，能从系统取得的数字不要求重复填写。"),
    };
}
