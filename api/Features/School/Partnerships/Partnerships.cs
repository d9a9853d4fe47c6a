using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>Chapter: with whom a school works outside itself — contracts, contacts, and the log of what was agreed.</summary>
public static class Partnerships
{
    public static void MapPartnerships(this RouteGroupBuilder api)
    {
        var contracts = api.MapGroup("/organizations/{organizationId:guid}/partner-contracts").Chapter("Partnerships",
            "With whom a school works outside itself: contracts, contacts, and the log of what was agreed.");
        ListPartnerContracts.Map(contracts);
        DraftPartnerContract.Map(contracts);
        RevisePartnerContract.Map(contracts);
        AttachContractFile.Map(contracts);
        GetContractFile.Map(contracts);
        MovePartnerContract.Map(contracts);

        var contacts = api.MapGroup("/organizations/{organizationId:guid}/partner-contacts").WithTags("Partnerships");
        ListPartnerContacts.Map(contacts);
        AddPartnerContact.Map(contacts);
        RevisePartnerContact.Map(contacts);
        ErasePartnerContact.Map(contacts);

        var log = api.MapGroup("/organizations/{organizationId:guid}/coordination").WithTags("Partnerships");
        ListCoordination.Map(log);
        ExportCoordination.Map(log);
        LogCoordination.Map(log);
        ReviseCoordination.Map(log);
        FinishNextStep.Map(log);
    }
}

/// <summary>What a contract with a partner is.</summary>
public enum PartnerContractKind
{
    Cooperation,
    SocialPartnership,

    /// <summary>Network form of carrying out educational programs (Federal Law 273-FZ, article 15).</summary>
    NetworkForm,

    /// <summary>Practice of students at the school.</summary>
    Practice,
    Other,
}

/// <summary>Where a contract stands in its life.</summary>
public enum PartnerContractStatus { Draft, InForce, Ended, Terminated }

/// <summary>What moves a contract from one status to another.</summary>
public enum PartnerContractStep { Sign, End, Terminate }

/// <summary>What a contract in force asks of the school: it ends within thirty days, or its term is over and nobody has said so.</summary>
public enum PartnerContractWarning { None, EndsSoon, TermOver }

/// <summary>In which capacity somebody outside the school is known to it.</summary>
public enum PartnerContactRole
{
    /// <summary>Responsible for mentoring by office: at the region, the municipality, the centre of the region.</summary>
    Official,

    /// <summary>A representative of the regional system without an office in it.</summary>
    Informal,

    /// <summary>Speaks for a network community.</summary>
    Community,
}

/// <summary>In what the school took part.</summary>
public enum CoordinationKind { Meeting, Consultation, Conference, Forum, Webinar, Seminar }
