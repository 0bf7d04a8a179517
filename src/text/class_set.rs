use super::Class;

/// A set of classes, of which it is one look to tell whether it holds one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ClassSet([bool; 256]);

impl ClassSet {
    /// The set of these.
    pub const fn of(classes: &[Class]) -> ClassSet {
        let mut set = [false; 256];
        let mut i = 0;
        while i < classes.len() {
            set[classes[i] as usize] = true;
            i += 1;
        }
        ClassSet(set)
    }

    /// Whether it holds the class.
    #[inline]
    pub fn has(&self, class: Class) -> bool {
        self.0[class as usize]
    }
}
