//! What the nouns of a story are called.

use super::Word;

impl From<story::Kind> for Word {
    fn from(kind: story::Kind) -> Word {
        use story::Kind;
        match kind {
            Kind::First => Word::KindFirst,
            Kind::Update => Word::KindUpdate,
            Kind::Correction => Word::KindCorrection,
            Kind::Notice => Word::KindNotice,
            Kind::Hold => Word::KindHold,
            Kind::Unhold => Word::KindUnhold,
            Kind::Kill => Word::KindKill,
            Kind::Takedown => Word::KindTakedown,
        }
    }
}

impl From<story::Standing> for Word {
    fn from(standing: story::Standing) -> Word {
        use story::Standing;
        match standing {
            Standing::Unreleased => Word::StateUnreleased,
            Standing::Public => Word::StatePublic,
            Standing::Held => Word::StateHeld,
            Standing::Killed => Word::StateKilled,
            Standing::TakenDown => Word::StateTakenDown,
        }
    }
}

impl From<story::Role> for Word {
    fn from(role: story::Role) -> Word {
        use story::Role;
        match role {
            Role::Reporter => Word::RoleReporter,
            Role::Translator => Word::RoleTranslator,
            Role::Editor => Word::RoleEditor,
            Role::Chief => Word::RoleChief,
            Role::Administrator => Word::RoleAdministrator,
        }
    }
}
