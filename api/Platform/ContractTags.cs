namespace Mentoring.Api.Platform;

/// <summary>What each chapter of the contract is about.</summary>
public static class ContractTags
{
    static readonly Dictionary<string, string> Descriptions = new()
    {
        ["Territories"] = "The tree of territories, from the federation to municipalities.",
        ["Dictionaries"] = "Forms, kinds, purposes, positions and competence areas, as versioned data.",
        ["Organizations"] = "Schools, colleges and the bodies that support them.",
        ["People"] = "Staff, where they work, and who needs a mentor.",
        ["LocalActs"] = "A school's own documents about mentoring: drafts, the union's opinion, approval, effect.",
        ["Setup"] = "How a school sets mentoring up: the steps, the structure, monitoring, provision.",
        ["Census"] = "The yearly review of who needs a mentor.",
        ["Entitlements"] = "Measures of support of young specialists, each with its legal source.",
        ["Profiles"] = "What mentors offer, what mentees want to learn, who plans to become either, and learning requests.",
        ["Imports"] = "Rosters of schools and the register of organizations: received, checked, confirmed, applied.",
        ["Programs"] = "Personalised mentoring programs from the draft to the evaluation.",
        ["Roadmap templates"] = "Goals and roadmaps that a school uses again.",
        ["Meetings"] = "What a pair plans and holds, and the notes between the two.",
        ["Councils"] = "The council of mentors: seats, meetings, votes, decisions, and what it prepares and proposes.",
        ["Arbitration"] = "Cases brought before the council, from the complaint to the decision, in confidence.",
        ["Practices"] = "The school's bank of best practices: what authors describe, its review and selection, the catalogue, and use in programs.",
        ["Matching"] = "How pairs come about: candidates, proposals, and requests that both sides answer.",
        ["Delegations"] = "Components of a school's system that another body carries, from a day to a day.",
        ["Psychology"] = "The psychologist's workspace: pairs, readiness, trainings, the climate pulse and the plan.",
        ["Conditions"] = "A school's self-assessment of its conditions, and the rooms where pairs meet.",
        ["Reports"] = "The curator's report of a school year: drafted from the data, approved by the head, kept.",
        ["Risks"] = "The register of risks, and signals that a program may be going wrong.",
        ["Partnerships"] = "With whom a school works outside itself: contracts, contacts, and the log of what was agreed.",
        ["Events"] = "Public events by which a school makes mentoring known.",
        ["Calendar"] = "The production calendar, and each person's own calendar feed.",
        ["Agenda"] = "What is near and what waits for the caller.",
        ["Notifications"] = "What the caller is told, and how the caller wants to be told.",
        ["Storage"] = "What files take up, by organization, and how much more fits.",
        ["Site"] = "A school's public section on mentoring, and who lets the school name them there.",
        ["Audit"] = "Who did what, in chains that cannot be changed unseen.",
        ["Jobs"] = "What runs by the clock, and what of it failed.",
        ["Monitoring"] = "Indicators, from a school to the federation.",
        ["Identity"] = "Signing in, roles, and the clients of other systems.",
    };

    /// <summary>An unknown tag is a defect of the build: describe it here.</summary>
    public static string Of(string tag) => Descriptions.TryGetValue(tag, out var text) ? text
        : throw new InvalidOperationException($"The tag {tag} has no description.");
}
